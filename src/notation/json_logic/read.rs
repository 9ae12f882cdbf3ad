//! JsonLogic as an audience.

use serde_json::{Value, json};

use crate::campaign::{Group, Joiner, Node};
use crate::notation::Loss;
use crate::notation::question::{Asker, Test, is_attribute, none};

pub(in crate::notation) fn read(rule: &Value) -> (Group, Vec<Loss>) {
    let mut reader = Reader::default();
    let audience = match rule {
        Value::Bool(true) => Group::default(),
        rule => match reader.node(rule, "") {
            Node::Group(group) => group,
            other => Group::of(Joiner::All, vec![other]),
        },
    };
    (audience, reader.asker.losses)
}

/// Deeper operations are not read: no audience can say them.
const DEEPEST: usize = 40;

#[derive(Default)]
struct Reader {
    asker: Asker,
    depth: usize,
}

/// One operation with what it is applied to.
struct Operation<'v> {
    name: &'v str,
    of: Vec<&'v Value>,
}

impl<'v> Operation<'v> {
    /// Returns the operation that a value is; a single argument needs no brackets.
    fn of(value: &'v Value) -> Option<Self> {
        let object = value.as_object().filter(|object| object.len() == 1)?;
        let (name, of) = object.iter().next()?;
        let of = match of {
            Value::Array(items) => items.iter().collect(),
            one => vec![one],
        };
        Some(Operation { name, of })
    }
}

/// Returns the name that a value reads.
fn var(value: &Value) -> Option<&str> {
    let operation = Operation::of(value).filter(|operation| operation.name == "var")?;
    match operation.of[..] {
        // A count that is missing is 0 here as well.
        [name] => name.as_str(),
        [name, otherwise] if otherwise == &json!(0) || otherwise.is_null() => name.as_str(),
        _ => None,
    }
    .filter(|name| !name.is_empty())
}

/// Returns whether a value stands for itself.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Object(_) => false,
        Value::Array(items) => items.iter().all(is_plain),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

impl Reader {
    fn node(&mut self, rule: &Value, place: &str) -> Node {
        let Some(operation) = Operation::of(rule).filter(|_| self.depth < DEEPEST) else {
            return self.asker.unknown(rule, place);
        };
        self.depth += 1;
        let node = self.operation(&operation, rule, place);
        self.depth -= 1;
        node
    }

    fn operation(&mut self, operation: &Operation<'_>, rule: &Value, place: &str) -> Node {
        let Operation { name, of } = operation;
        match (*name, &of[..]) {
            ("and", [given, compared]) if self.is_guard(given, compared) => {
                self.node(compared, &format!("{place}/and/1"))
            }
            ("and", parts) if !parts.is_empty() => {
                Node::Group(self.joined(Joiner::All, parts, &format!("{place}/and")))
            }
            ("or", parts) if !parts.is_empty() => Node::Group(self.joined(Joiner::Any, parts, &format!("{place}/or"))),
            ("!", [inner]) => self.opposite(inner, rule, place),
            ("!!", [inner]) if var(inner).is_none() => self.node(inner, &format!("{place}/!!")),
            ("missing", names) => self.missing(names, rule, place),
            _ => match compared(operation) {
                Some((name, tests)) => self.compared(name, &tests, rule, place),
                None => self.asker.unknown(rule, place),
            },
        }
    }

    fn joined(&mut self, joiner: Joiner, parts: &[&Value], place: &str) -> Group {
        let parts = parts.iter().enumerate();
        let parts = parts.map(|(index, part)| self.node(part, &format!("{place}/{index}")));
        Group::of(joiner, parts.collect())
    }

    /// Whether the first says no more than that the value which the second compares is there, as conditions about attributes ask anyway.
    fn is_guard(&self, given: &Value, compared_with: &Value) -> bool {
        let guarded = Operation::of(given)
            .filter(|given| given.name == "!=")
            .and_then(|given| match given.of[..] {
                [name, value] if value.is_null() => var(name),
                _ => None,
            });
        let operation = Operation::of(compared_with);
        let compares = operation.as_ref().and_then(compared);
        let orders = |test: &Test| matches!(test, Test::More | Test::Less | Test::AtLeast | Test::AtMost);
        match (guarded, compares) {
            (Some(guarded), Some((name, tests))) => {
                guarded == name
                    && is_attribute(guarded)
                    && tests.len() == 1
                    && tests.iter().all(|((test, positive), _)| orders(test) && *positive)
            }
            _ => false,
        }
    }

    /// Reads that something does not hold.
    fn opposite(&mut self, inner: &Value, rule: &Value, place: &str) -> Node {
        let within = format!("{place}/!");
        let Some(operation) = Operation::of(inner) else {
            return self.asker.unknown(rule, place);
        };
        match (operation.name, &operation.of[..]) {
            ("or", parts) if !parts.is_empty() => {
                Node::Group(self.joined(Joiner::None, parts, &format!("{within}/or")))
            }
            ("missing", [only]) => match only.as_str() {
                Some(name) => self.asker.ask(name, (Test::Given, true), &Value::Null, (rule, place)),
                None => self.asker.unknown(rule, place),
            },
            _ => match compared(&operation).as_ref().map(|(name, tests)| (name, &tests[..])) {
                Some((name, [((test, positive), value)])) => {
                    self.asker.ask(name, (*test, !positive), value, (rule, place))
                }
                Some(_) | None => none(vec![self.node(inner, &within)]),
            },
        }
    }

    /// Reads that one of these names has no value.
    fn missing(&mut self, names: &[&Value], rule: &Value, place: &str) -> Node {
        let names: Option<Vec<&str>> = names.iter().map(|name| name.as_str()).collect();
        match names.as_deref() {
            Some([]) | None => self.asker.unknown(rule, place),
            Some([name]) => self.asker.ask(name, (Test::Given, false), &Value::Null, (rule, place)),
            Some(names) => {
                let ask = |name: &&str| self.asker.ask(name, (Test::Given, false), &Value::Null, (rule, place));
                Node::Group(Group::of(Joiner::Any, names.iter().map(ask).collect()))
            }
        }
    }

    fn compared(&mut self, name: &str, tests: &[((Test, bool), Value)], rule: &Value, place: &str) -> Node {
        let ask = |(test, value): &((Test, bool), Value)| self.asker.ask(name, *test, value, (rule, place));
        let mut asked: Vec<Node> = tests.iter().map(ask).collect();
        match asked.len() {
            1 => asked.remove(0),
            _ => Node::Group(Group::of(Joiner::All, asked)),
        }
    }
}

/// Comparisons of the value under a name.
type Compared<'v> = (&'v str, Vec<((Test, bool), Value)>);

/// Returns the comparisons of one name with plain values that an operation is; two, where the value lies between others.
fn compared<'v>(operation: &Operation<'v>) -> Option<Compared<'v>> {
    let Operation { name, of } = operation;
    let one = |name, test: Test, positive: bool, value: &Value| {
        is_plain(value).then(|| (name, vec![((test, positive), value.clone())]))
    };
    match (*name, &of[..]) {
        ("==" | "===", [a, b]) => equality(a, b, true),
        ("!=" | "!==", [a, b]) => equality(a, b, false),
        (">" | "<" | ">=" | "<=", [a, b]) => match (var(a), var(b)) {
            (Some(read), None) => one(read, order(name, false)?, true, b),
            (None, Some(read)) => one(read, order(name, true)?, true, a),
            (Some(_), Some(_)) | (None, None) => None,
        },
        ("<" | "<=", [from, middle, to]) if is_plain(from) && is_plain(to) => {
            let read = var(middle)?;
            let tests = [(order(name, true)?, from), (order(name, false)?, to)];
            let tests = tests.map(|(test, value)| ((test, true), (*value).clone()));
            Some((read, tests.to_vec()))
        }
        ("in", [part, whole]) => match (var(part), var(whole)) {
            (Some(read), None) if whole.is_array() => one(read, Test::In, true, whole),
            (None, Some(read)) if part.is_string() => one(read, Test::Has, true, part),
            _ => None,
        },
        _ => None,
    }
}

/// Returns how the value under a name is compared; `turned` where it stands at the right.
fn order(name: &str, turned: bool) -> Option<Test> {
    Some(match (name, turned) {
        (">", false) | ("<", true) => Test::More,
        ("<", false) | (">", true) => Test::Less,
        (">=", false) | ("<=", true) => Test::AtLeast,
        ("<=", false) | (">=", true) => Test::AtMost,
        _ => return None,
    })
}

fn equality<'v>(a: &'v Value, b: &'v Value, positive: bool) -> Option<Compared<'v>> {
    let (operand, value) = if is_plain(b) { (a, b) } else { (b, a) };
    if !is_plain(value) || value.is_array() {
        return None;
    }
    let one = |name, test, positive, value: Value| Some((name, vec![((test, positive), value)]));
    if let Some(name) = var(operand) {
        return match value {
            Value::Null => one(name, Test::Given, !positive, Value::Null),
            value => one(name, Test::Is, positive, value.clone()),
        };
    }
    // What a text begins with.
    let operation = Operation::of(operand).filter(|operation| operation.name == "substr")?;
    let text = value.as_str()?;
    match operation.of[..] {
        [read, from, length]
            if from == &json!(0) && length.as_u64() == Some(text.encode_utf16().count() as u64) && !text.is_empty() =>
        {
            one(var(read)?, Test::Begins, positive, value.clone())
        }
        _ => None,
    }
}
