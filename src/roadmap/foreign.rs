//! Files of other programs among the roadmaps: recognised by what only they say, and left out.

use crate::document::{Node, Value};

/// A kind of file that another program reads.
struct Program {
    /// What it is, with its article.
    what: &'static str,
    /// Dotted paths that all must be there: `a|b` is either key, `*` any key; lists are passed
    /// through, so that one element is enough.
    says: &'static [&'static str],
}

/// Every kind, the most telling first.
#[rustfmt::skip]
const PROGRAMS: &[Program] = &[
    Program { what: "a Docker Compose file", says: &["services.*.image|build|container_name"] },
    Program { what: "a GitHub workflow", says: &["jobs.*.runs-on|uses|steps"] },
    Program { what: "a GitHub action", says: &["runs.using"] },
    Program { what: "a GitHub issue form", says: &["body.type", "name"] },
    Program { what: "a Dependabot configuration", says: &["updates.package-ecosystem"] },
    Program { what: "a Renovate configuration", says: &["packageRules|extends|automerge", "packageRules|schedule|labels|$schema"] },
    Program { what: "a GitLab pipeline", says: &["*.script"] },
    Program { what: "a Bitbucket pipeline", says: &["pipelines.default|branches|custom"] },
    Program { what: "an Azure pipeline", says: &["trigger|pool|pr", "steps|stages|jobs"] },
    Program { what: "a Cloud Build file", says: &["steps.args|entrypoint", "steps.name"] },
    Program { what: "a Travis file", says: &["language", "script|install|jobs|matrix|before_install"] },
    Program { what: "a pre-commit configuration", says: &["repos.hooks"] },
    Program { what: "a Read the Docs configuration", says: &["build.os|tools", "version"] },
    Program { what: "a lock file", says: &["lockfileVersion|packages-dev|content-hash"] },
    Program { what: "a conda environment", says: &["dependencies", "channels"] },
    Program { what: "an npm package", says: &["name|private|version", "dependencies|devDependencies|peerDependencies|scripts|workspaces"] },
    Program { what: "a Composer package", says: &["require|require-dev", "autoload|name"] },
    Program { what: "a Dart package", says: &["environment.sdk", "name"] },
    Program { what: "a TypeScript configuration", says: &["compilerOptions"] },
    Program { what: "an ESLint configuration", says: &["rules", "env|extends|parserOptions|plugins|root"] },
    Program { what: "a MkDocs site", says: &["site_name"] },
    Program { what: "a Docusaurus or Jekyll site", says: &["title", "baseurl|permalink|markdown|collections|theme"] },
    Program { what: "a table of contents", says: &["root", "chapters|parts|sections|subtrees"] },
    Program { what: "a table of contents", says: &["file", "chapters|sections"] },
    Program { what: "a Jupyter Book", says: &["title", "execute|sphinx|launch_buttons|only_build_toc_files"] },
    Program { what: "a Quarto project", says: &["project.type"] },
    Program { what: "a Bookdown project", says: &["book_filename|rmd_files"] },
    Program { what: "a book", says: &["chapters|isbn", "title|author|authors"] },
    Program { what: "a book", says: &["book.chapters|title"] },
    Program { what: "a book", says: &["parts.chapters"] },
    Program { what: "a citation", says: &["cff-version"] },
    Program { what: "a Helm chart", says: &["apiVersion", "name", "version"] },
    Program { what: "a Kubernetes manifest", says: &["apiVersion", "kind"] },
    Program { what: "a Kustomization", says: &["resources", "namespace|patches|images|commonLabels|configMapGenerator"] },
    Program { what: "a CloudFormation template", says: &["AWSTemplateFormatVersion"] },
    Program { what: "a CloudFormation template", says: &["Resources.*.Type"] },
    Program { what: "a Serverless service", says: &["service", "provider.name"] },
    Program { what: "an Ansible playbook", says: &["hosts", "tasks|roles|import_playbook"] },
    Program { what: "a Prometheus configuration", says: &["scrape_configs"] },
    Program { what: "Prometheus rules", says: &["groups.rules"] },
    Program { what: "an OpenAPI description", says: &["openapi|swagger|asyncapi"] },
    Program { what: "a JSON schema", says: &["$schema", "properties|$defs|definitions|oneOf|anyOf|allOf"] },
    Program { what: "a Jupyter notebook", says: &["nbformat", "cells"] },
    Program { what: "a map (GeoJSON)", says: &["type", "features.geometry"] },
    Program { what: "a coverage configuration", says: &["coverage.status"] },
];

/// What a document is, if another program's; none where it says whose plans it holds.
pub fn kind(node: &Node) -> Option<&'static str> {
    let is_led = node.get("leader").is_some() || node.get("items").is_some();
    let says = |program: &&Program| program.says.iter().all(|path| has(node, path));
    let found = PROGRAMS.iter().find(says).filter(|_| !is_led);
    found.map(|program| program.what)
}

/// Whether something stands at a path.
fn has(node: &Node, path: &str) -> bool {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    match &node.value {
        Value::List(nodes) => nodes.iter().any(|node| has(node, path)),
        Value::Map(entries) => entries.iter().any(|(key, value)| {
            let fits = step == "*" || step.split('|').any(|step| key.text() == Some(step));
            fits && rest.is_none_or(|rest| has(value, rest))
        }),
        Value::Null | Value::Text(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Source, yaml};

    fn check(text: &str, expected: Option<&str>) {
        let source = Source::new(text.into(), "a.yaml");
        let (nodes, _) = yaml::read(&source);
        assert_eq!(kind(&nodes[0]), expected, "{text}");
    }

    #[test]
    fn files_of_other_programs_are_known_by_what_only_they_say() {
        check("services:\n  web:\n    image: nginx", Some("a Docker Compose file"));
        check("on: push\njobs:\n  test:\n    steps: [run: make]", Some("a GitHub workflow"));
        check("build:\n  script: [make]\nstages: [build]", Some("a GitLab pipeline"));
        check("{name: web, version: 1.0.0, scripts: {a: b}}", Some("an npm package"));
        check("site_name: Us\nnav: [Home: index.md]", Some("a MkDocs site"));
        check("- hosts: all\n  tasks: [name: Install]", Some("an Ansible playbook"));
        check("title: Bread\nauthor: Jo\nchapters: [Dough]", Some("a book"));
        check("apiVersion: v1\nkind: Service", Some("a Kubernetes manifest"));
        check("features: [{type: F, geometry: {}}]\ntype: C", Some("a map (GeoJSON)"));
    }

    #[test]
    fn a_roadmap_is_none_of_them() {
        for text in [
            "leader: Ana\nservices: {billing: {build: Q1}}",
            "items: [{name: A}]\nsite_name: x",
            "services:\n  - name: Billing\n    status: planned",
            "title: Plans\nauthor: Ana\nfeatures: [{name: A, type: new}]",
            "jobs: [Hire a designer]",
            "chapters: [Platform]",
            "- A",
        ] {
            check(text, None);
        }
    }
}
