//! What generators of sites and note books put into Markdown that is not Markdown: [`cleaned`].
//!
//! | written | is |
//! |---|---|
//! | `<!-- … -->`, or without an end to that of the file; `{# … #}`, `{/* … */}`, `{{/* … */}}`, `{{!-- … --}}`, `%% … %%`, `{% comment %} … {% endcomment %}`, `{{< comment >}} … {{< /comment >}}` | left out: comments |
//! | `{{< … >}}`, `{{% … %}}` (Hugo), `{% … %}`, `{{ … }}` (Liquid, Jinja, Zola) | left out: template code |
//! | `[[Page]]`, `[[Page#Part]]`, `[[Page\|words]]` (Obsidian) | its words |
//! | `![[picture.png]]`, `![[picture.png\|words]]` | a picture of Markdown |
//! | `![[file]]` | left out |
//! | ` ^name` at the end of a line (Obsidian) | left out |
//! | `> [!note] Title`, `:::note Title`, `:::` (Obsidian, GitHub, Docusaurus) | its title, as a heading |
//! | `==words==` | the words |
//! | `{: .name}`, `{#name}`, `{.name}` behind words or on a line (kramdown, Pandoc) | left out |
//! | `import … from '…'`, `export const … =` and the like at the start of a line, and `{…}` in MDX | left out |
//! | `<Name a={…} b="c">`, `<Name.Part>` in MDX | `<Name b="c">`, nothing |
//!
//! MDX is a file `.mdx`, and any other that has such a line: Docusaurus reads all of its files so.
//!
//! What stands between two codes that belong together, as in `{% note %} … {% endnote %}`, stays. Code, fenced or
//! between backticks, and a mark behind a backslash stay as they are, but for `{% raw %}` in code. Lines keep their
//! numbers.

mod lines;

mod cleaner;

mod comments;

mod codes;

mod notes;

mod program;

mod mdx;

mod html;
mod markdown;

#[cfg(test)]
mod checks;

pub use self::html::cleaned_html;
pub use self::lines::{fence_of, paragraph_of};
pub use self::markdown::cleaned;
