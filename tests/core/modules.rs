//! The order of modules: each uses only those above it, in `lib.rs` and in every module with parts.
//!
//! Read from the source by `syn`: the `mod` lines of a file give the order, and every path that begins
//! with `crate`, `super` or `self` is a use. Code for tests alone is passed over.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, UseTree, Visibility};

/// A module by its path from the crate's root: `["query", "search"]`.
type ModulePath = Vec<String>;

/// All modules of the library, with the order of their children and the paths that they name.
#[derive(Default)]
struct Modules {
    children: BTreeMap<ModulePath, Vec<String>>,
    /// Each use as (who, whom, where it is written).
    uses: Vec<(ModulePath, ModulePath)>,
}

impl Modules {
    /// Reads the library below `src/`.
    fn read(src: &Path) -> Self {
        let mut modules = Self::default();
        modules.read_file(&src.join("lib.rs"), src, Vec::new());
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
        self.children.insert(path.clone(), children);
        let mut paths = Paths { module: &path, found: Vec::new() };
        items.iter().for_each(|item| paths.visit_item(item));
        let found = paths.found;
        self.uses.extend(found.into_iter().map(|used| (path.clone(), used)));
    }

    /// Each use of a module that stands at or below the user in their common parent: one line each.
    fn upward(&self) -> Vec<String> {
        let mut upward = Vec::new();
        for (user, used) in &self.uses {
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
    found: Vec<ModulePath>,
}

impl Paths<'_> {
    /// Notes a path as it is written: `["super", "rank", "weight"]`.
    fn note(&mut self, written: &[String]) {
        let mut path = match written.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            Some("self" | "super") => self.module.clone(),
            _ => return,
        };
        for name in written {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(path.pop()),
                name => path.push(name.to_owned()),
            }
        }
        self.found.push(path);
    }

    fn note_tree(&mut self, before: &[String], tree: &UseTree) {
        match tree {
            UseTree::Path(path) => {
                self.note_tree(&[before, &[path.ident.to_string()]].concat(), &path.tree);
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.note_tree(before, tree));
            }
            UseTree::Name(name) => self.note(&[before, &[name.ident.to_string()]].concat()),
            UseTree::Rename(name) => self.note(&[before, &[name.ident.to_string()]].concat()),
            UseTree::Glob(_) => self.note(before),
        }
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
        // What a parent hands on of its parts is no use of them by others.
        if matches!(item.vis, Visibility::Inherited) {
            self.note_tree(&[], &item.tree);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let written: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.note(&written);
        visit::visit_path(self, path);
    }
}

#[test]
fn every_module_uses_only_those_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let modules = Modules::read(&src);
    assert!(modules.uses.len() > 300, "the sources are read: {}", modules.uses.len());
    let upward = modules.upward();
    assert!(upward.is_empty(), "these use what stands below them:\n{}", upward.join("\n"));
}

#[test]
fn a_use_of_what_stands_below_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file: PathBuf = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("lib.rs", "pub mod low; pub mod high; #[cfg(test)] mod tests { use crate::high; }");
    write("low/mod.rs", "mod one; mod two; #[cfg(test)] mod tests { use crate::high::A; }");
    write("low/one.rs", "fn a() -> crate::high::A { super::two::b() }");
    write("low/two.rs", "use super::one::{self, a}; use std::fs;");
    write("high.rs", "use crate::{low::{one, two}, high};");
    let upward = Modules::read(folder.path()).upward();
    assert_eq!(upward, ["low::one uses high::A", "low::one uses low::two::b"]);
}
