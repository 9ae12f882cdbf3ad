//! The description of the addresses, compared with the addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use axum::http::Method;
use serde_json::Value;

use crate::backend::openapi::description;
use crate::backend::problem::Kind;
use crate::backend::routes::addresses;
use crate::backend::{Options, Server, start};

const METHODS: [Method; 5] = [Method::GET, Method::PUT, Method::POST, Method::DELETE, Method::PATCH];

#[test]
fn every_address_and_method_is_described_and_every_description_is_true() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = start(Options {
        port: 0,
        ..Options::new(folder.path())
    });
    let server = server.expect("it starts");
    // The description has no parameters of several segments.
    let there = addresses()
        .into_iter()
        .map(|path| (path.replace("{*", "{"), allowed(&server, path)));
    assert_eq!(described(), there.collect());
}

/// Returns the methods that an address allows, from its answer to another one.
fn allowed(server: &Server, path: &str) -> BTreeSet<String> {
    let filled = path.replace("{id}", "a").replace("{name}", "a").replace("{*path}", "a");
    let token = server.token();
    let request =
        format!("TRACE {filled} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");
    let mut stream = TcpStream::connect(server.address()).expect("a connection");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 405"), "{path}: {answer}");
    assert!(
        answer.contains("urn:beckon:problem:method-not-allowed"),
        "{path}: {answer}"
    );
    let allow = answer
        .lines()
        .find_map(|line| line.strip_prefix("allow: "))
        .expect("what is allowed");
    let methods = allow.split(',').map(|method| method.trim().to_owned());
    methods.filter(|method| method != "HEAD").collect()
}

/// What the description says, by path.
fn described() -> BTreeMap<String, BTreeSet<String>> {
    let description = description();
    let paths = description["paths"].as_object().expect("paths");
    let methods = |item: &Value| {
        let named = METHODS.iter().map(Method::as_str);
        let described = named.filter(|method| item.get(method.to_lowercase()).is_some());
        described.map(str::to_owned).collect()
    };
    paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect()
}

#[test]
fn every_reference_leads_somewhere_and_every_component_is_used() {
    let description = description();
    let mut references = BTreeSet::new();
    collect(&description, &mut references);
    for reference in &references {
        let pointer = reference.strip_prefix('#').expect("a reference within");
        assert!(description.pointer(pointer).is_some(), "{reference}");
    }
    // A refusal of the router itself, described once for all addresses.
    let spare = ["#/components/responses/MethodNotAllowed"];
    for (kind, parts) in description["components"].as_object().expect("components") {
        for name in parts.as_object().expect("parts").keys() {
            let reference = format!("#/components/{kind}/{name}");
            let used = references.contains(&reference) || kind == "securitySchemes" || spare.contains(&&*reference);
            assert!(used, "{reference}");
        }
    }
}

fn collect(value: &Value, references: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                references.insert(reference.clone());
            }
            map.values().for_each(|inner| collect(inner, references));
        }
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, references)),
        _ => {}
    }
}

#[test]
fn every_kind_of_problem_is_described_with_its_status() {
    let description = description();
    let responses = description["components"]["responses"].as_object().expect("responses");
    let examples: BTreeMap<String, u64> = responses
        .values()
        .filter_map(|response| {
            let example = &response["content"]["application/problem+json"]["example"];
            Some((example["type"].as_str()?.to_owned(), example["status"].as_u64()?))
        })
        .collect();
    for kind in Kind::ALL {
        let status = u64::from(kind.status().as_u16());
        assert_eq!(examples.get(kind.id()), Some(&status), "{kind:?}");
    }
}

#[test]
fn the_campaigns_own_schema_is_part_of_it() {
    let description = description();
    let campaign = &description["components"]["schemas"]["Campaign"];
    assert_eq!(
        campaign["properties"]["content"]["$ref"],
        "#/components/schemas/CampaignContent"
    );
    assert!(campaign.get("$defs").is_none());
}
