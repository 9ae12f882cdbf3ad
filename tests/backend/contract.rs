//! Schemathesis, which generates good and bad requests from the description, and checks the answers against it.

use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::http::{Backend, campaign};

/// Requests of each kind per address; more find rarer faults and take longer.
const EXAMPLES: &str = "15";
/// Makes failures reproducible.
const SEED: &str = "1";

#[test]
fn every_answer_is_as_described() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let tool = tests.join(".venv/bin/schemathesis");
    assert!(
        tool.is_file(),
        "schemathesis is missing: `./run setup test` installs it"
    );
    let backend = Backend::start();
    let json = ("Content-Type", "application/json");
    for id in ["c1", "c2"] {
        let path = format!("/api/v1/campaigns/{id}");
        let mut document = campaign(id, "A good text");
        document["content"]["image"] = picture().into();
        let put = backend.send("PUT", &path, &[json], document.to_string().as_bytes());
        assert_eq!(put.status, 201, "{put:?}");
    }
    backend.send("POST", "/api/v1/campaigns/c1/launch", &[], b"");
    let site = br##"{ "format": "beckon.site", "version": 1, "look": { "color": "#2f6b4f" } }"##;
    let put = backend.send("PUT", "/api/v1/site", &[json], site);
    assert_eq!(put.status, 201, "{put:?}");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let run = Command::new(tool)
        .arg("--config-file")
        .arg(settings(&tests))
        .args(["run", &format!("{}/openapi.json", backend.server.url())])
        .args(["--max-examples", EXAMPLES, "--seed", SEED, "--no-color"])
        .args(["--header", &format!("Authorization: Bearer {}", backend.server.token())])
        // It stores what it learned in its working folder.
        .current_dir(elsewhere.path())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}\n{}", String::from_utf8_lossy(&run.stderr));
}

/// The picture that the settings name.
fn picture() -> String {
    let name = "0796fbef962de91cd5e3d0a8987a712b771a7bc7ae6e19da12a6651df0513a18.png";
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample-campaigns/images")
        .join(name);
    format!(
        "data:image/png;base64,{}",
        STANDARD.encode(std::fs::read(file).expect("a sample's picture"))
    )
}

fn settings(tests: &Path) -> PathBuf {
    tests.join("api/schemathesis.toml")
}
