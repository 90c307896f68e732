//! Files that were dropped on the page or chosen, with all that is in folders.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, DragEvent, File, FileList, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry,
};

use crate::app::effects::dom::property;

/// A file, or why the browser does not give it.
pub type GivenFile = Result<Blob, String>;

/// A file with its path below what was dropped or chosen.
pub type Named = (String, GivenFile);

/// What is said of a file that the browser lists and does not give.
pub const UNREADABLE: &str = "could not be read; is it still there?";

/// Whether what is dragged has left the page, rather than gone to another of its elements.
pub fn is_gone(event: &DragEvent) -> bool {
    event.related_target().is_none()
}

/// How deep folders are looked through.
const MAX_DEPTH: usize = 16;

/// The files that were chosen in a field; their paths where a folder was.
pub fn chosen(files: &FileList) -> Vec<Named> {
    let files = (0..files.length()).filter_map(|at| files.get(at));
    let files: Vec<File> = files.collect();
    files.into_iter().map(|file| (path_of(&file), Ok(file.into()))).collect()
}

fn path_of(file: &File) -> String {
    let path = property(file, "webkitRelativePath").as_string().unwrap_or_default();
    // The folder that was chosen is the dossier's own.
    match path.split_once('/') {
        Some((_, inner)) => inner.to_owned(),
        None => file.name(),
    }
}

/// What was dropped. It has to be asked for while the event is handled, and gives its files later.
pub fn dropped(transfer: &DataTransfer) -> impl Future<Output = Vec<Named>> + use<> {
    let items = transfer.items();
    let items = (0..items.length()).filter_map(|at| items.get(at));
    let entries = items.filter_map(|item| item.webkit_get_as_entry().ok().flatten());
    let entries: Vec<FileSystemEntry> = entries.collect();
    let files = transfer.files();
    async move {
        if entries.is_empty() {
            return files.map_or_else(Vec::new, |files| chosen(&files));
        }
        // A single folder is the dossier's own.
        let is_alone = entries.len() == 1;
        let mut found = Vec::new();
        for entry in entries {
            let is_own = is_alone && entry.is_directory();
            let path = if is_own { String::new() } else { entry.name() };
            look(entry, path, 0, &mut found).await;
        }
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        found
    }
}

/// Adds a file, or all below a folder.
async fn look(entry: FileSystemEntry, path: String, depth: usize, found: &mut Vec<Named>) {
    let unreadable = |_: JsValue| UNREADABLE.to_owned();
    if entry.is_file() {
        let entry: FileSystemFileEntry = entry.unchecked_into();
        let file = promised(|done, failed| entry.file_with_callback_and_callback(done, failed));
        found.push((path, file.await.map(JsCast::unchecked_into).map_err(unreadable)));
        return;
    }
    if depth > MAX_DEPTH {
        let why = format!("lies more than {MAX_DEPTH} folders deep; drop it by itself");
        found.push((path, Err(why)));
        return;
    }
    let folder: FileSystemDirectoryEntry = entry.unchecked_into();
    let reader = folder.create_reader();
    // A reader gives some entries at a time, and none in the end.
    loop {
        let some = promised(|done, failed| {
            // It fails by the second function.
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        });
        let some: js_sys::Array = match some.await.map_err(unreadable) {
            Ok(some) => some.unchecked_into(),
            Err(why) => return found.push((path, Err(why))),
        };
        if some.length() == 0 {
            return;
        }
        for entry in some.iter() {
            let entry: FileSystemEntry = entry.unchecked_into();
            let inner =
                if path.is_empty() { entry.name() } else { format!("{path}/{}", entry.name()) };
            Box::pin(look(entry, inner, depth + 1, found)).await;
        }
    }
}

/// A future of what `call` gives to the first of its functions, or an error of what it gives to the second.
async fn promised(
    call: impl FnOnce(&js_sys::Function, &js_sys::Function),
) -> Result<JsValue, JsValue> {
    let mut call = Some(call);
    JsFuture::from(Promise::new(&mut |done, failed| {
        if let Some(call) = call.take() {
            call(&done, &failed);
        }
    }))
    .await
}
