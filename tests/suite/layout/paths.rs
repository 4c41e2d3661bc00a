//! The paths that a source file names, whatever way it writes them.
//!
//! Rust's own tokens are read, so that comments and texts name nothing. Only what macros make up
//! stays unseen.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Every path in the file, one `Vec` of names each: `use a::{b, c::d}` are `a::b` and `a::c::d`.
///
/// A path that leads out of the file's room by `super` is given as from `crate`. The name of a
/// macro that is called stands alone as a path; other lone names are not listed, except those in
/// `use` and `derive`.
pub fn paths(file: &str, text: &str) -> Vec<Vec<String>> {
    let mut found = Found { depth: depth(file), paths: Vec::new() };
    found.read(&trees(tokens(text)));
    found.paths
}

/// The modules that the file declares with `pub mod name;`, in order.
pub fn public_modules(text: &str) -> Vec<String> {
    let words: Vec<_> = tokens(text).into_iter().map(|token| token.to_string()).collect();
    let modules = words.windows(4).filter(|it| it[0] == "pub" && it[1] == "mod" && it[3] == ";");
    modules.map(|it| it[2].clone()).collect()
}

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("a source file is Rust")
}

fn trees(tokens: TokenStream) -> Vec<TokenTree> {
    tokens.into_iter().collect()
}

/// How many modules the file is below the crate: `src/words/a.rs` is two.
fn depth(file: &str) -> usize {
    let modules = file.trim_start_matches("src/").trim_end_matches(".rs");
    modules.trim_end_matches("/mod").split('/').filter(|it| *it != "lib" && *it != "main").count()
}

struct Found {
    /// How many modules the tokens at hand are below the crate.
    depth: usize,
    paths: Vec<Vec<String>>,
}

impl Found {
    fn read(&mut self, trees: &[TokenTree]) {
        let mut rest = trees;
        while let Some((tree, after)) = rest.split_first() {
            rest = after;
            match tree {
                TokenTree::Ident(word) if word == "use" || word == "derive" => {
                    rest = self.branch(&[], rest);
                }
                TokenTree::Ident(word) if word == "mod" => rest = self.module(rest),
                TokenTree::Ident(_) => rest = self.path(tree, rest),
                TokenTree::Group(group) => self.read(&self::trees(group.stream())),
                _ => {}
            }
        }
    }

    /// An inline module is one level deeper; a declared one holds nothing.
    fn module<'t>(&mut self, rest: &'t [TokenTree]) -> &'t [TokenTree] {
        let [_, TokenTree::Group(body), rest @ ..] = rest else { return rest };
        self.depth += 1;
        self.read(&trees(body.stream()));
        self.depth -= 1;
        rest
    }

    /// A path outside `use`, which begins with the given name.
    fn path<'t>(&mut self, first: &'t TokenTree, rest: &'t [TokenTree]) -> &'t [TokenTree] {
        let names = [first.to_string()];
        match rest {
            [mark, TokenTree::Group(_), ..] if is_mark('!', mark) => {
                self.paths.push(names.to_vec());
                rest
            }
            _ if is_step(rest) => self.branch(&names, &rest[2..]),
            _ => rest,
        }
    }

    /// A path, or a tree of paths, that goes on from the names given.
    fn branch<'t>(&mut self, names: &[String], mut rest: &'t [TokenTree]) -> &'t [TokenTree] {
        let mut names = names.to_vec();
        while is_step(rest) {
            rest = &rest[2..];
        }
        while let [tree, after @ ..] = rest {
            match tree {
                TokenTree::Ident(word) => names.push(word.to_string()),
                TokenTree::Group(group) if group.delimiter() != Delimiter::Bracket => {
                    let branches = trees(group.stream());
                    for branch in branches.split(|tree| is_mark(',', tree)) {
                        self.branch(&names, branch);
                    }
                    return after;
                }
                _ => break,
            }
            rest = after;
            if !is_step(rest) {
                break;
            }
            rest = &rest[2..];
        }
        if !names.is_empty() {
            self.paths.push(self.rooted(names));
        }
        rest
    }

    /// The path as from `crate`, if it leads up to there by `super`.
    fn rooted(&self, names: Vec<String>) -> Vec<String> {
        let ups = names.iter().skip_while(|it| *it == "self").take_while(|it| *it == "super");
        match ups.count() {
            ups if ups > 0 && ups >= self.depth => {
                let names = names.into_iter().skip_while(|it| it == "self" || it == "super");
                ["crate".to_owned()].into_iter().chain(names).collect()
            }
            _ => names,
        }
    }
}

/// Whether the tokens go on with `::`.
fn is_step(rest: &[TokenTree]) -> bool {
    rest.len() > 1 && is_mark(':', &rest[0]) && is_mark(':', &rest[1])
}

fn is_mark(mark: char, tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(it) if it.as_char() == mark)
}
