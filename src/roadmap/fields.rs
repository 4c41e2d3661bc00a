//! The one table of canonical fields: it drives reading, the JSON schema and the documentation.

/// A fact that a roadmap file can state.
#[derive(Debug)]
pub struct Field {
    /// The canonical key.
    pub name: &'static str,
    /// Other keys it is known by, the likeliest first. Case, `-`, `_` and spaces do not matter.
    pub aliases: &'static [&'static str],
    /// One sentence.
    pub about: &'static str,
    /// What stands under it.
    pub kind: Kind,
}

/// What stands under a field's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text; of a list or map the first text inside.
    Text,
    /// A number that is not negative.
    Number,
    /// Texts: a list, or one text with commas.
    Texts,
}

/// What a roadmap says about its leader. A key serves the first of these fields that knows it.
#[rustfmt::skip]
pub const LEADER: &[Field] = &[
    Field { name: "leader", kind: Kind::Text, about: "The person or group that owns the roadmap.",
        aliases: &["roadmap owner", "director", "vp", "head", "head of", "lead", "owner",
            "accountable", "responsible", "dri", "product manager", "product owner", "person",
            "team lead", "engineering manager", "author", "authors", "manager", "leiter",
            "leitung", "verantwortlich", "responsable", "責任者", "負責人", "负责人"] },
    Field { name: "role", kind: Kind::Text, about: "The leader's role.",
        aliases: &["job title", "position"] },
    Field { name: "reports_to", kind: Kind::Text, about: "The leader one level up, by name.",
        aliases: &["reports", "reporting to", "manager", "boss", "supervisor"] },
    Field { name: "team", kind: Kind::Text, about: "The leader's team or area.",
        aliases: &["team name", "area", "department", "organization", "organisation", "org",
            "group", "division", "business unit", "squad", "tribe", "domain"] },
    Field { name: "people", kind: Kind::Number, about: "Head count of the team.",
        aliases: &["head count", "headcount", "team size", "fte", "ftes", "engineers", "staff"] },
    Field { name: "capacity", kind: Kind::Number,
        about: "What the team can do in the roadmap's period, in effort_unit.",
        aliases: &["available", "available effort", "budget"] },
    Field { name: "effort_unit", kind: Kind::Text,
        about: "The unit of capacity and of every item's effort, such as person-weeks.",
        aliases: &["unit", "effort in", "estimate unit", "capacity unit"] },
];

/// What a roadmap says about an item. A key serves the first of these fields that knows it, so
/// that `epic` is the name where there is no other, and else the parent.
#[rustfmt::skip]
pub const ITEM: &[Field] = &[
    Field { name: "name", kind: Kind::Text, about: "What the leader calls it.",
        aliases: &["title", "feature", "feature name", "item", "deliverable", "capability",
            "summary", "subject", "story", "task", "epic", "epic name", "initiative",
            "initiative name", "project", "project name", "objective", "goal", "headline", "what",
            "plan", "idea", "theme", "titel", "bezeichnung", "vorhaben", "titre", "nom", "título",
            "nombre", "名前", "名称", "機能"] },
    Field { name: "id", kind: Kind::Text, about: "The identifier in the tool it came from.",
        aliases: &["key", "issue key", "ref", "reference num", "issue", "issue id",
            "issue number", "ticket", "jira", "number", "kep number", "slug", "uid", "uuid"] },
    Field { name: "status", kind: Kind::Text,
        about: "How far it is: idea, planned, in progress, done, dropped, or a word of your own.",
        aliases: &["state", "progress", "stage", "status name", "状態"] },
    Field { name: "quarter", kind: Kind::Text,
        about: "When: a quarter, a release, a date or a horizon.",
        aliases: &["target quarter", "target", "when", "horizon", "timeframe", "time frame",
            "timeline", "period", "release", "target release", "release name", "version",
            "target version", "fix version", "fix versions", "milestone", "latest milestone",
            "target date", "due", "due date", "due on", "deadline", "delivery", "delivery date",
            "eta", "ship date", "end", "end date", "end time", "end at", "ends", "ends on",
            "finish", "finish date", "target end", "target end date", "planned end", "planned for",
            "completed", "completed on", "completion date", "delivered", "delivered on",
            "delivered at", "finished", "shipped", "shipped on", "launched", "launch", "launch date",
            "go live", "released", "released on", "planned finish", "finish time", "due at", "until",
            "sprint", "iteration", "date", "dates", "schedule", "quartal", "termin", "fällig", "trimestre",
            "四半期", "期限", "to"] },
    Field { name: "start", kind: Kind::Text, about: "When it begins; shown where no end is said.",
        aliases: &["begin", "begins", "begin date", "start date", "start time", "start at",
            "starts", "starts at", "starts on", "started", "started on", "target start",
            "planned start", "kickoff", "kick off", "from"] },
    Field { name: "year", kind: Kind::Text, about: "The year of a quarter that says none.",
        aliases: &["fiscal year"] },
    Field { name: "effort", kind: Kind::Number,
        about: "How much work, in the roadmap's effort_unit.",
        aliases: &["estimate", "estimated effort", "effort estimate", "size", "points",
            "story points", "story point estimate", "person weeks", "person days",
            "person months", "weeks", "days", "cost", "original estimate", "initial estimate", "aufwand",
            "工数"] },
    Field { name: "owner", kind: Kind::Text, about: "Who does it.",
        aliases: &["owners", "assignee", "assignees", "assigned to", "dri", "lead", "tech lead",
            "responsible", "driver", "champion", "point of contact", "contact", "poc",
            "product manager", "pm", "who", "author", "authors"] },
    Field { name: "parent", kind: Kind::Text,
        about: "The identifier of the initiative that this item deploys.",
        aliases: &["parent id", "parent key", "parent issue", "parent link", "epic link", "epic",
            "initiative", "initiatives", "objective", "strategic goal", "goal"] },
    Field { name: "description", kind: Kind::Text, about: "What it is, at length.",
        aliases: &["desc", "details", "detail", "notes", "note", "body", "text", "about",
            "abstract", "overview", "explanation", "comment"] },
    Field { name: "aliases", kind: Kind::Texts, about: "Other names of the same feature.",
        aliases: &["alias", "aka", "also known as", "other names", "synonyms"] },
    Field { name: "tags", kind: Kind::Texts, about: "Labels.",
        aliases: &["labels", "label", "tag", "keywords", "categories", "category", "components"] },
    Field { name: "leader", kind: Kind::Text,
        about: "Whose item it is, where one file holds the items of several leaders.",
        aliases: &[] },
];

/// The keys that lists of items stand under, at the top of a file.
pub const LISTS: &[&str] = &[
    "items",
    "features",
    "initiatives",
    "epics",
    "roadmap",
    "roadmaps",
    "roadmap items",
    "deliverables",
    "projects",
    "plans",
    "plan",
    "capabilities",
    "goals",
    "entries",
    "vorhaben",
    "projekte",
    "funktionen",
    "themen",
    "projets",
    "fonctionnalités",
    "proyectos",
    "iniciativas",
    "項目",
    "施策",
    "機能一覧",
];

/// The keys that lists stand under which are mostly periods around items; they count where there
/// is none of the others.
pub const GROUPS: &[&str] = &[
    "milestones",
    "quarters",
    "releases",
    "phases",
    "horizons",
    "themes",
    "groups",
    "sections",
    "categories",
    "buckets",
    "streams",
    "workstreams",
    "areas",
    "pillars",
    "tracks",
    "swimlanes",
    "lanes",
    "sprints",
    "iterations",
    "teams",
    "years",
];

/// The keys that count where there is none of the above.
pub const LAST: &[&str] =
    &["objectives", "okrs", "backlog", "stories", "issues", "tasks", "todo", "todos", "work"];

/// The keys of an item that its own items stand under.
pub const CHILDREN: &[&str] = &[
    "items",
    "features",
    "initiatives",
    "epics",
    "deliverables",
    "projects",
    "capabilities",
    "children",
    "sub items",
    "subitems",
];

/// The keys under which a group keeps what is to be done. An element with its own status, effort or
/// owner is an item with children; without, it is a group around them.
pub const TASKS: &[&str] = &[
    "tasks",
    "sub tasks",
    "subtasks",
    "tickets",
    "stories",
    "user stories",
    "issues",
    "work items",
    "activities",
    "actions",
    "action items",
    "todos",
    "to do",
    "accomplishments",
    "achievements",
    "highlights",
    "entries",
    "plans",
    "plan",
];

/// The keys whose lists say something about an item or a roadmap, and hold no items themselves.
#[rustfmt::skip]
pub const ATTRIBUTES: &[&str] = &[
    // people
    "approvers", "reviewers", "watchers", "followers", "participants", "stakeholders", "members",
    "team members", "contributors", "sponsors", "customers", "users", "audience", "personas",
    "participating sigs", "teams", "leads", "people", "contacts",
    // other texts and places
    "links", "link", "urls", "url", "references", "refs", "related", "see also", "prs",
    "pull requests", "commits", "branches", "documents", "docs", "resources", "sources", "files",
    "attachments", "images", "screenshots", "replaces", "replaced by", "supersedes",
    "superseded by", "duplicates",
    // what an item needs and risks
    "dependencies", "depends on", "dependency", "requires", "blocked by", "blocks", "blockers",
    "prerequisites", "risks", "assumptions", "constraints", "mitigations", "issues links",
    // why, and when it is good
    "goals", "non goals", "objectives", "okrs", "benefits", "outcomes", "outcome", "impact", "values", "principles",
    "mission", "vision", "rationale", "motivation", "metrics", "success metrics", "kpis",
    "measures", "key results", "acceptance criteria", "definition of done", "criteria",
    "requirements", "hypotheses", "questions", "open questions", "faq", "alternatives",
    "decisions", "comments", "history", "changelog", "updates", "log", "log book",
    // how the file itself is set up
    "columns", "statuses", "states", "fields", "colors", "colours", "legend", "options",
    "settings", "config", "meta", "metadata", "languages", "platforms", "environments",
    "versions", "regions", "markets", "products", "holidays", "aliases",
];
