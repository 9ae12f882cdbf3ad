//! Who may see a campaign and when on the page: a tree of conditions, and the activity list.
//!
//! Nothing here decides anything: matching is the engine's.

use std::sync::LazyLock;

use serde_json::Value;

use super::{Extras, Field, Named, Operator, SavedAudiences, Word};

/// The greatest depth of nested groups, including the outermost one. Deeper files are refused with a clear problem.
pub const MAX_GROUP_DEPTH: usize = 16;

/// How the children of a group are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, strum::VariantArray)]
pub enum Joiner {
    /// Every child holds (AND).
    #[default]
    All,
    /// At least one child holds (OR).
    Any,
    /// No child holds.
    None,
}

impl Named for Joiner {
    fn id(self) -> &'static str {
        match self {
            Joiner::All => "all",
            Joiner::Any => "any",
            Joiner::None => "none",
        }
    }
}

/// The requirement of joined parts (De Morgan's laws).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// Whether all parts are needed; otherwise one is enough.
    pub all: bool,
    /// Whether a part is needed as it stands; otherwise its opposite.
    pub positive: bool,
}

impl Joiner {
    /// Returns what the parts must be for the whole to hold or, with `positive` false, not to hold.
    pub fn requirement(self, positive: bool) -> Requirement {
        match self {
            Joiner::All => Requirement {
                all: positive,
                positive,
            },
            Joiner::Any => Requirement {
                all: !positive,
                positive,
            },
            Joiner::None => Requirement {
                all: positive,
                positive: !positive,
            },
        }
    }
}

/// How the activity is joined to the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Join {
    /// Both must hold.
    And,
    /// Either is enough.
    Or,
}

impl Named for Join {
    fn id(self) -> &'static str {
        match self {
            Join::And => "and",
            Join::Or => "or",
        }
    }
}

/// One node of the audience tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Joined nodes.
    Group(Group),
    /// One question about the visitor.
    Condition(Condition),
    /// A saved audience: whoever it describes.
    Saved(AudienceReference),
}

/// A saved audience in the place of a group: its conditions stand in a file of their own. [`Group::inlined`] puts them here.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AudienceReference {
    /// Its file's name without the ending; empty when none is chosen.
    pub name: String,
    /// Kept in the file, ignored by every decision, left out of what is launched.
    pub muted: bool,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl AudienceReference {
    /// Creates a reference to the audience of this name.
    pub fn new(name: &str) -> Self {
        AudienceReference {
            name: name.to_owned(),
            ..AudienceReference::default()
        }
    }
}

/// Nodes joined by all, any or none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// How the children are joined.
    pub joiner: Joiner,
    /// The joined nodes, in the order in which people arranged them.
    pub children: Vec<Node>,
    /// Kept in the file, ignored by every decision, left out of what is launched.
    pub muted: bool,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

/// One question about the visitor, perhaps not finished yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Condition {
    /// What is asked about.
    pub field: Word<Field>,
    /// The key of the value: the name of an attribute, a parameter or an event; only for fields with keys.
    pub key: Option<String>,
    /// How it is compared.
    pub operator: Word<Operator>,
    /// The value it is compared with, as the file holds it; the catalogue defines which type is wanted.
    pub value: Option<Value>,
    /// Kept in the file, ignored by every decision, left out of what is launched.
    pub muted: bool,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

/// When on the page: conditions that must all hold, joined to the audience by AND or OR.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Activity {
    /// How the activity is joined to the audience; AND when missing.
    pub join: Word<Join>,
    /// The conditions. All of them must hold for the activity to hold.
    pub conditions: Vec<Condition>,
    /// Keys of the file that this version does not know.
    pub extras: Extras,
}

impl Activity {
    /// Returns the join in force.
    pub fn join(&self) -> Join {
        self.join.known().unwrap_or(Join::And)
    }
}

impl Condition {
    /// Creates a finished condition, for code and tests.
    pub fn new(field: Field, operator: Operator, value: impl Into<Value>) -> Self {
        Condition {
            field: Word::Known(field),
            operator: Word::Known(operator),
            value: Some(value.into()),
            ..Condition::default()
        }
    }

    /// Creates a condition about a custom attribute.
    pub fn custom(key: &str, operator: Operator, value: Option<Value>) -> Self {
        Condition::keyed(Field::Custom, key, operator, value)
    }

    /// Creates a condition about the value under a key.
    pub fn keyed(field: Field, key: &str, operator: Operator, value: Option<Value>) -> Self {
        Condition {
            field: Word::Known(field),
            key: Some(key.to_owned()),
            operator: Word::Known(operator),
            value,
            ..Condition::default()
        }
    }
}

impl Node {
    /// Returns whether the node is muted.
    pub fn muted(&self) -> bool {
        match self {
            Node::Group(group) => group.muted,
            Node::Condition(condition) => condition.muted,
            Node::Saved(saved) => saved.muted,
        }
    }

    /// Mutes or unmutes the node.
    pub fn set_muted(&mut self, muted: bool) {
        match self {
            Node::Group(group) => group.muted = muted,
            Node::Condition(condition) => condition.muted = muted,
            Node::Saved(saved) => saved.muted = muted,
        }
    }
}

/// The path of a node in the tree: the child to take at each level. Empty for the outermost group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct NodePath(pub Vec<usize>);

impl NodePath {
    /// Returns the path of a child.
    pub fn child(&self, index: usize) -> NodePath {
        let mut path = self.0.clone();
        path.push(index);
        NodePath(path)
    }

    /// Returns the group around the node, and the node's index in it. `None` for the outermost group.
    pub fn parent(&self) -> Option<(NodePath, usize)> {
        let (last, rest) = self.0.split_last()?;
        Some((NodePath(rest.to_vec()), *last))
    }
}

impl Group {
    /// Creates a group of the given nodes.
    pub fn of(joiner: Joiner, children: Vec<Node>) -> Self {
        Group {
            joiner,
            children,
            ..Group::default()
        }
    }

    /// Returns whether this, as the outermost group of an audience, is *Everyone*: all of no conditions at all.
    pub fn is_everyone(&self) -> bool {
        self.joiner == Joiner::All && self.children.is_empty()
    }

    /// Returns how many levels of groups there are, this one included.
    pub fn depth(&self) -> usize {
        let inner = self.children.iter().map(|child| match child {
            Node::Group(group) => group.depth(),
            Node::Condition(_) | Node::Saved(_) => 0,
        });
        1 + inner.max().unwrap_or(0)
    }

    /// Returns the group at a path; `None` when the path leads elsewhere.
    pub fn group(&self, path: &NodePath) -> Option<&Group> {
        path.0
            .iter()
            .try_fold(self, |group, index| match group.children.get(*index)? {
                Node::Group(inner) => Some(inner),
                Node::Condition(_) | Node::Saved(_) => None,
            })
    }

    /// Returns the group at a path, for changes.
    pub fn group_mut(&mut self, path: &NodePath) -> Option<&mut Group> {
        path.0
            .iter()
            .try_fold(self, |group, index| match group.children.get_mut(*index)? {
                Node::Group(inner) => Some(inner),
                Node::Condition(_) | Node::Saved(_) => None,
            })
    }

    /// Returns the node at a path; `None` for the outermost group and for paths that lead nowhere.
    pub fn node(&self, path: &NodePath) -> Option<&Node> {
        let (parent, index) = path.parent()?;
        self.group(&parent)?.children.get(index)
    }

    /// Returns the node at a path, for changes.
    pub fn node_mut(&mut self, path: &NodePath) -> Option<&mut Node> {
        let (parent, index) = path.parent()?;
        self.group_mut(&parent)?.children.get_mut(index)
    }

    /// Returns the place of a node in the file, as a JSON Pointer (RFC 6901) such as `/audience/all/1/any/0`.
    pub fn pointer(&self, path: &NodePath) -> String {
        let mut pointer = String::from("/audience");
        let mut group = Some(self);
        for index in &path.0 {
            let joiner = group.map_or("all", |group| group.joiner.id());
            pointer.push_str(&format!("/{joiner}/{index}"));
            group = match group.and_then(|group| group.children.get(*index)) {
                Some(Node::Group(inner)) => Some(inner),
                _ => None,
            };
        }
        pointer
    }

    /// Returns the place in this audience's own file of one that [`Group::inlined`] has: a place within a saved audience is where that is named, and
    /// comes with its name.
    pub fn own_place<'p>(&self, pointer: &'p str) -> (&'p str, Option<&str>) {
        let named = self.references().into_iter().find_map(|(path, saved)| {
            let place = self.pointer(&path);
            let rest = pointer.strip_prefix(&place)?;
            (rest.is_empty() || rest.starts_with('/')).then_some((place.len(), rest.is_empty(), saved))
        });
        match named {
            Some((length, itself, saved)) => (&pointer[..length], (!itself).then_some(&saved.name)),
            None => (pointer, None),
        }
    }

    /// Returns how many conditions the tree has, muted ones included. A saved audience counts as one.
    pub fn count_conditions(&self) -> usize {
        let count = |node: &Node| match node {
            Node::Group(group) => group.count_conditions(),
            Node::Condition(_) | Node::Saved(_) => 1,
        };
        self.children.iter().map(count).sum()
    }

    /// Returns the references to saved audiences, muted ones included, each with its path.
    pub fn references(&self) -> Vec<(NodePath, &AudienceReference)> {
        fn add<'g>(group: &'g Group, path: &NodePath, found: &mut Vec<(NodePath, &'g AudienceReference)>) {
            for (index, child) in group.children.iter().enumerate() {
                match child {
                    Node::Group(inner) => add(inner, &path.child(index), found),
                    Node::Saved(saved) => found.push((path.child(index), saved)),
                    Node::Condition(_) => {}
                }
            }
        }
        let mut found = Vec::new();
        add(self, &NodePath::default(), &mut found);
        found
    }

    /// Returns the first reference that decides something, with its path: what it stands for is not known here, so nobody is shown the campaign.
    pub fn unresolved(&self) -> Option<(NodePath, &AudienceReference)> {
        fn first<'g>(group: &'g Group, path: &NodePath) -> Option<(NodePath, &'g AudienceReference)> {
            let mut children = group.children.iter().enumerate().filter(|(_, child)| !child.muted());
            children.find_map(|(index, child)| match child {
                Node::Group(inner) => first(inner, &path.child(index)),
                Node::Saved(saved) => Some((path.child(index), saved)),
                Node::Condition(_) => None,
            })
        }
        match self.muted {
            true => None,
            false => first(self, &NodePath::default()),
        }
    }

    /// Returns this group with the conditions of saved audiences in the place of the references to them; paths of nodes stay what they are. What
    /// names an audience that is not there stays a reference.
    pub fn inlined(&self, audiences: &SavedAudiences) -> Group {
        let inline = |node: &Node| match node {
            Node::Group(inner) => Node::Group(inner.inlined(audiences)),
            Node::Condition(condition) => Node::Condition(condition.clone()),
            Node::Saved(saved) => match audiences.get(&saved.name) {
                Some(found) => Node::Group(Group {
                    muted: saved.muted,
                    ..found.as_part()
                }),
                None => node.clone(),
            },
        };
        Group {
            children: self.children.iter().map(inline).collect(),
            ..self.clone()
        }
    }

    /// Returns an audience of nobody.
    pub(crate) fn nobody() -> &'static Group {
        static NOBODY: LazyLock<Group> = LazyLock::new(|| {
            let never = Condition::new(Field::PageViews, Operator::LessThan, 0);
            Group::of(Joiner::All, vec![Node::Condition(never)])
        });
        &NOBODY
    }

    /// Returns this outermost group as it is launched: without its muted nodes, and as *Everyone* if none is left.
    pub(super) fn launched(&self) -> Group {
        let mut launched = self.without_muted();
        if launched.children.is_empty() && !self.children.is_empty() {
            launched.joiner = Joiner::All;
        }
        launched
    }

    /// Returns this group without its muted nodes. A muted outermost group becomes an empty one.
    fn without_muted(&self) -> Group {
        let keep = |node: &Node| match node {
            _ if node.muted() => None,
            Node::Group(group) => Some(Node::Group(group.without_muted())),
            Node::Condition(_) | Node::Saved(_) => Some(node.clone()),
        };
        let children = if self.muted {
            Vec::new()
        } else {
            self.children.iter().filter_map(keep).collect()
        };
        Group {
            children,
            muted: false,
            ..self.clone()
        }
    }
}
