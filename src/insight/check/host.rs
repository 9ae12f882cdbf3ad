//! Conditions that ask for what only a server knows, in campaigns that no server hands out.

use super::{Findings, Problem};
use crate::campaign::{Field, Group, Named as _, Node, Source};

/// Reports each of them in an audience, as a static host would serve it.
pub(super) fn check(audience: &Group, findings: &mut Findings) {
    if !audience.muted {
        in_group(audience, "/audience", findings);
    }
}

fn in_group(group: &Group, pointer: &str, findings: &mut Findings) {
    for (index, child) in group.children.iter().enumerate() {
        let pointer = format!("{pointer}/{}/{index}", group.joiner.id());
        match child {
            child if child.muted() => {}
            Node::Group(inner) => in_group(inner, &pointer, findings),
            // Its conditions take its place before anything is handed out.
            Node::Saved(_) => {}
            Node::Condition(condition) => {
                let from_server = |field: &Field| field.spec().source == Source::Server;
                if let Some(field) = condition.field.known().filter(from_server) {
                    findings.add(format!("{pointer}/field"), Problem::UnknownOnStaticHost { field });
                }
            }
        }
    }
}
