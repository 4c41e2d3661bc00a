//! As much of SARIF 2.1.0 as is written, named as the standard names it (chapter 3).

use serde::Serialize;

/// §3.13
#[derive(Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    pub version: &'static str,
    pub runs: [Run; 1],
}

/// §3.14
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    pub tool: Tool,
    pub automation_details: Automation,
    pub invocations: [Invocation; 1],
    pub original_uri_base_ids: Bases,
    pub column_kind: &'static str,
    pub results: Vec<Result>,
}

/// §3.17
#[derive(Serialize)]
pub struct Automation {
    pub id: &'static str,
}

/// §3.14.14
#[derive(Serialize)]
pub struct Bases {
    #[serde(rename = "%SRCROOT%")]
    pub root: Base,
}

/// §3.4, of which only the description is known before the log is read.
#[derive(Serialize)]
pub struct Base {
    pub description: Text,
}

/// §3.18
#[derive(Serialize)]
pub struct Tool {
    pub driver: Driver,
}

/// §3.19
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver {
    pub name: &'static str,
    pub semantic_version: &'static str,
    pub information_uri: &'static str,
    pub rules: Vec<Rule>,
}

/// §3.49
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    pub id: &'static str,
    pub short_description: Text,
    pub full_description: Text,
    pub help: Text,
    pub default_configuration: Level,
}

/// §3.50
#[derive(Serialize)]
pub struct Level {
    pub level: &'static str,
}

/// §3.20
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation {
    pub execution_successful: bool,
    pub tool_execution_notifications: Vec<Notification>,
}

/// §3.58
#[derive(Serialize)]
pub struct Notification {
    pub level: &'static str,
    pub message: Text,
    pub locations: [Location; 1],
}

/// §3.27
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Result {
    pub rule_id: &'static str,
    pub rule_index: usize,
    pub level: &'static str,
    pub message: Text,
    pub locations: Vec<Location>,
    pub related_locations: Vec<Related>,
    pub partial_fingerprints: PartialFingerprints,
}

/// §3.27.17: the name carries the version of what goes into the value.
#[derive(Serialize)]
pub struct PartialFingerprints {
    #[serde(rename = "roundtableOverlap/v1")]
    pub overlap: String,
}

/// §3.28
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    pub physical_location: Physical,
}

/// §3.28, of a line beside the result's own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Related {
    pub id: usize,
    pub message: Text,
    pub physical_location: Physical,
}

/// §3.29
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Physical {
    pub artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}

/// §3.4
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Artifact {
    pub uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri_base_id: Option<&'static str>,
}

/// §3.30
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: u32,
    pub start_column: u32,
}

/// §3.11 and §3.12
#[derive(Serialize)]
pub struct Text {
    pub text: String,
}
