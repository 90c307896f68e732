//! The order of modules: each uses only those above it, in `lib.rs` and in every module with parts.
//!
//! Read from the source by `syn`: the `mod` lines of a file give the order, and every path that begins
//! with `crate`, `super` or `self` is a use, inside macros too. A name that a module hands on by
//! `use` is a use of where it comes from. A parent is made of its parts, so a part that uses what
//! its parent itself defines closes a circle. Code for tests alone is passed over.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, UseTree};

/// A module by its path from the crate's root: `["query", "search"]`.
type ModulePath = Vec<String>;

/// All modules of the library, with the order of their children and the paths that they name.
#[derive(Default)]
struct Modules {
    children: BTreeMap<ModulePath, Vec<String>>,
    /// What a name that a module imports stands for.
    imports: BTreeMap<(ModulePath, String), ModulePath>,
    /// Each use as (who, whom).
    uses: Vec<(ModulePath, ModulePath)>,
}

impl Modules {
    /// Reads a crate from its root file, whose modules lie beside it.
    fn read(root: &Path) -> Self {
        let mut modules = Self::default();
        modules.read_file(root, root.parent().expect("a folder"), Vec::new());
        modules
    }

    fn read_file(&mut self, file: &Path, folder: &Path, path: ModulePath) {
        let text = fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let syntax = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        self.read_items(&syntax.items, folder, path);
    }

    fn read_items(&mut self, items: &[Item], folder: &Path, path: ModulePath) {
        let mut children = Vec::new();
        for item in items {
            let Item::Mod(ItemMod { attrs, ident, content: None, .. }) = item else { continue };
            if is_for_tests(attrs) {
                continue;
            }
            let name = ident.to_string();
            let child = [&path[..], std::slice::from_ref(&name)].concat();
            let flat = folder.join(format!("{name}.rs"));
            let file = if flat.is_file() { flat } else { folder.join(&name).join("mod.rs") };
            self.read_file(&file, &folder.join(&name), child);
            children.push(name);
        }
        let mut paths =
            Paths { module: &path, children: &children, used: Vec::new(), imported: Vec::new() };
        items.iter().for_each(|item| paths.visit_item(item));
        let Paths { used, imported, .. } = paths;
        self.uses.extend(used.into_iter().map(|used| (path.clone(), used)));
        self.imports.extend(imported.into_iter().map(|(name, from)| ((path.clone(), name), from)));
        self.children.insert(path, children);
    }

    /// Where what a path names is defined: its module and, below it, the item.
    fn resolve(&self, path: &[String]) -> ModulePath {
        for n in 0..path.len() {
            let (module, rest) = path.split_at(n);
            let is_child = self.children.get(module).is_some_and(|names| names.contains(&rest[0]));
            let import = self.imports.get(&(module.to_vec(), rest[0].clone()));
            match import {
                Some(from) if !is_child && from != path => {
                    return self.resolve(&[&from[..], &rest[1..]].concat());
                }
                _ => {}
            }
        }
        path.to_vec()
    }

    /// Each use of an item that a module above the user in the tree defines itself: one line each.
    fn of_parents(&self) -> Vec<String> {
        let mut lines: Vec<String> = (self.uses.iter())
            .filter_map(|(user, used)| {
                let used = self.resolve(used);
                let n_module = (0..=used.len())
                    .rev()
                    .find(|&n| self.children.contains_key(&used[..n]))
                    .unwrap_or(0);
                let is_item = n_module < used.len();
                (is_item && n_module < user.len() && user.starts_with(&used[..n_module]))
                    .then(|| format!("{} uses {}", user.join("::"), used.join("::")))
            })
            .collect();
        lines.sort();
        lines.dedup();
        lines
    }

    /// Each use of a module that stands at or below the user in their common parent: one line each.
    fn upward(&self) -> Vec<String> {
        let mut upward = Vec::new();
        for (user, used) in &self.uses {
            let used = &self.resolve(used);
            let n_common = user.iter().zip(used).take_while(|(one, other)| one == other).count();
            let parent = &user[..n_common];
            let Some(order) = self.children.get(parent) else { continue };
            let place = |path: &ModulePath| {
                let name = path.get(n_common)?;
                order.iter().position(|child| child == name)
            };
            // A parent may use its parts: they are all it is made of.
            let (Some(user_at), Some(used_at)) = (place(user), place(used)) else { continue };
            if used_at > user_at {
                upward.push(format!("{} uses {}", user.join("::"), used.join("::")));
            }
        }
        upward.sort();
        upward.dedup();
        upward
    }
}

/// Whether an item is compiled for tests only.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|cfg| cfg == "test")
    })
}

/// The paths in a module that lead to other modules, from the crate's root.
struct Paths<'a> {
    module: &'a ModulePath,
    children: &'a [String],
    used: Vec<ModulePath>,
    /// Names that the module imports, and what they stand for.
    imported: Vec<(String, ModulePath)>,
}

impl Paths<'_> {
    /// A path from the crate's root, of one as it is written: `["super", "rank", "weight"]`.
    fn rooted(&self, written: &[String]) -> Option<ModulePath> {
        let mut path = match written.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.module.clone(),
            name if self.children.iter().any(|child| child == name) => self.module.clone(),
            _ => return None,
        };
        for name in written {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(path.pop()),
                name => path.push(name.to_owned()),
            }
        }
        Some(path)
    }

    fn note(&mut self, written: &[String]) {
        self.used.extend(self.rooted(written));
    }

    fn note_import(&mut self, written: &[String], name: String) {
        let Some(path) = self.rooted(written) else { return };
        self.imported.push((name, path.clone()));
        self.used.push(path);
    }

    fn note_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.note_tree(&with(&path.ident), &path.tree),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.note_tree(before, tree));
            }
            UseTree::Name(name) if name.ident == "self" => self.note(before),
            UseTree::Name(name) => self.note_import(&with(&name.ident), name.ident.to_string()),
            UseTree::Rename(name) => self.note_import(&with(&name.ident), name.rename.to_string()),
            UseTree::Glob(_) => self.note(before),
        }
    }

    /// Notes the paths in the tokens of a macro.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let mut written: Vec<String> = Vec::new();
        let mut n_colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    n_colons += 1;
                    continue;
                }
                TokenTree::Ident(ident) if n_colons == 2 && !written.is_empty() => {
                    written.push(ident.to_string());
                }
                TokenTree::Ident(ident) => {
                    self.note(&std::mem::take(&mut written));
                    written.push(ident.to_string());
                }
                TokenTree::Group(group) => {
                    self.note(&std::mem::take(&mut written));
                    self.note_tokens(group.stream());
                }
                _ => self.note(&std::mem::take(&mut written)),
            }
            n_colons = 0;
        }
        self.note(&written);
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => &Vec::new(),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.note_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let written: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        // `self` alone is a value.
        if written.len() > 1 {
            self.note(&written);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invocation: &'ast syn::Macro) {
        self.note_tokens(invocation.tokens.clone());
        visit::visit_macro(self, invocation);
    }
}

#[test]
fn every_module_uses_only_those_above_it() {
    for root in ["src/lib.rs", "src/bin/whosaid/main.rs"] {
        let modules = Modules::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
        assert!(modules.uses.len() > 50, "{root} is read: {}", modules.uses.len());
        let upward = modules.upward();
        assert!(upward.is_empty(), "{root}: these use what is below them:\n{}", upward.join("\n"));
        let circles = modules.of_parents();
        assert!(circles.is_empty(), "{root}: a part uses its whole:\n{}", circles.join("\n"));
    }
}

#[test]
fn the_code_map_names_every_module() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let architecture = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let rows =
        architecture.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    let named: Vec<&str> = rows.flat_map(|row| row.split(['`', ',', ' '])).collect();
    let modules = Modules::read(&root.join("src/lib.rs"));
    let missing =
        modules.children[&ModulePath::new()].iter().filter(|name| !named.contains(&&***name));
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
}

/// A crate of a few files, given as (name, text).
fn crate_of(files: &[(&str, &str)]) -> Modules {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let file: PathBuf = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    Modules::read(&folder.path().join("lib.rs"))
}

#[test]
fn a_use_of_what_stands_below_is_found() {
    let modules = crate_of(&[
        ("lib.rs", "pub mod low; pub mod high; #[cfg(test)] mod tests { use crate::high; }"),
        ("low/mod.rs", "mod one; mod two; #[cfg(test)] mod tests { use crate::high::A; }"),
        ("low/one.rs", "fn a() -> crate::high::A { super::two::b() }"),
        ("low/two.rs", "use super::one::{self, a}; use std::fs;"),
        ("high.rs", "use crate::{low::{one, two}, high};"),
    ]);
    assert_eq!(modules.upward(), ["low::one uses high::A", "low::one uses low::two::b"]);
}

#[test]
fn a_use_inside_a_macro_is_found() {
    let modules = crate_of(&[
        ("lib.rs", "mod low; mod high;"),
        ("low.rs", "fn a() { println!(\"{}\", [b(crate::high::NAME), self::c::<u8>()]) }"),
        ("high.rs", ""),
    ]);
    assert_eq!(modules.upward(), ["low uses high::NAME"]);
}

#[test]
fn what_is_handed_on_is_a_use_of_where_it_comes_from() {
    let modules = crate_of(&[
        ("lib.rs", "pub mod part;"),
        ("part/mod.rs", "mod one; mod two; pub use one::A; pub(crate) use self::two::B as C;"),
        ("part/one.rs", "pub struct A; use super::C;"),
        ("part/two.rs", "use super::A; pub struct B;"),
    ]);
    assert_eq!(modules.upward(), ["part::one uses part::two::B"]);
    assert_eq!(modules.of_parents(), [] as [&str; 0]);
}

#[test]
fn a_part_that_uses_its_whole_is_found() {
    let modules = crate_of(&[
        ("lib.rs", "pub mod part; pub struct Root;"),
        ("part/mod.rs", "mod one; use one::a; pub struct Whole;"),
        ("part/one.rs", "pub fn a(_: super::Whole, _: crate::Root, _: crate::part::one::B) {}"),
    ]);
    assert_eq!(modules.of_parents(), ["part::one uses Root", "part::one uses part::Whole"]);
}
