//! What stands in the body of an article beside its words never reaches the page.

use crate::support::Project;

/// The paragraphs of a Markdown file, whatever is warned of.
#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let source = Project::new().file("a.md", format!("---\ntitle: T\n---\n{body}")).read().unwrap();
    let article = &source.articles[0];
    let n_paragraphs = article.paragraphs.len();
    let found: Vec<&str> = (1..n_paragraphs).map(|number| article.paragraph_text(number)).collect();
    assert_eq!(found, expected);
}

#[test]
fn cells_of_a_table_are_words() {
    check(
        "| **Name** | Plan |\n|---|:-:|\n| *Jane Roe* | [the plan](https://e.org/a)<br>and `code` |\n\
         | a&nbsp;b<sup>1</sup> | ![x](https://e.org/p.png) |\n",
        &["Name | Plan", "Jane Roe | the plan and code", "a\u{a0}b1"],
    );
    // What HTML opened in a cell ends with it.
    check("|a|b|\n|-|-|\n|<b>c|d</b>|", &["a | b", "c | d"]);
    // A row may have more cells than the first one, or fewer.
    check(
        "|a|b|\n|-|-|\n|c|\n| d | | **e** | f \\| g |  | h",
        &["a | b", "c", "d | | e | f | g | h"],
    );
    check("|a|\n|-|\n| b | 1. c | # d | <i>e |", &["a", "b | 1. c | # d | e"]);
}

#[test]
fn html_with_empty_lines_and_indents_is_no_code() {
    check(
        "<table>\n  <tr>\n    <td>\n      <strong>A</strong>\n    </td>\n    \n    <td>B</td>\n  </tr>\n</table>\n\nc",
        &["A | B", "c"],
    );
    check(
        "<table><tbody>\n    {% for s in x %}\n      <tr class=\"setting\"><td>Yes.</td></tr>\n    {% endfor %}\n\
         </tbody></table>\n",
        &["Yes."],
    );
    check(
        "<div>\n\t{{ x }}\n\t<blockquote>\n\t\t“I joined,” she said.\n\n\t\t<cite>Jane</cite>\n\t</blockquote>\n</div>\n",
        &["“I joined,” she said.", "Jane"],
    );
    check("<div>\n\n    *a* b\n\n</div>\n\n- c\n\n    d", &["a b", "c", "d"]);
}

#[test]
fn html_without_ends_takes_no_longer_than_its_length() {
    for unit in ["<div>\n\n    a\n", "</div>", "<table>\n\n", "<div", "\n", "<td>\n\n    <td>\n"] {
        let body = unit.repeat(200_000 / unit.len());
        let project = Project::new().file("a.md", format!("a\n\n{body}\n\nb"));
        assert!(project.read().is_ok(), "{unit}");
    }
}

#[test]
fn programs_in_markdown_are_left_out() {
    check(
        "import Tabs from '@theme/Tabs';\n\nexport const X = {\n  a: 1,\n};\n\nIt is <ins style={{color: 'red'}} \
         className=\"box\" /> bisque {1+1}.\n\n<Tabs>\n<Tabs.Item value=\"x\">inside</Tabs.Item>\n</Tabs>\n",
        &["It is bisque .", "inside"],
    );
    check(
        "import of goods rose.\n\nexport of {them} fell.",
        &["import of goods rose.", "export of {them} fell."],
    );
}

#[test]
fn links_by_a_template_are_words() {
    check(
        "See [a b]({{ \"/x\" | url }} \"Two words\") and ![x]({{ y }} \"z\")c.",
        &["See a b and c."],
    );
    check("See [a][b].\n\n[b]: {{ c }}\n[d]: {{ e }} \"f\"\n", &["See a."]);
}

#[test]
fn words_in_angle_brackets_stay() {
    check(
        "We met <Tom Smith> of <the council>.\n\nDear <first-name>, <<quoted words>> </end>.",
        &["We met <Tom Smith> of <the council>.", "Dear <first-name>, <<quoted words>> </end>."],
    );
    check(
        "<name>\n*is* here.\n\n<p>Dear <name>, <b>hello</b></p>",
        &["<name> is here.", "Dear <name>, hello"],
    );
    // What is closed, closes itself or has a value is a tag.
    check("a <Tabs>b</Tabs> <Badge/> <x-y z=\"1\">c <custom>\n\n</custom>", &["a b c"]);
    check("|a|\n|-|\n|<b>c <d e>|", &["a", "c <d e>"]);
}

#[test]
fn footnotes_are_paragraphs_without_marks() {
    let body = "Help[^youknow].\n\n“We go,”[^2] she said.\n\n[^youknow]: You **know** it.\n[^2]: In May.\n";
    check(body, &["Help.", "“We go,” she said.", "You know it.", "In May."]);
    Project::new().file("a.md", body).check(&[
        "a.md:5: warning: footnotes are paragraphs where they are defined, and their marks are left out, here and in 1 more",
    ]);
}

#[test]
fn html_that_holds_markdown_is_read_as_such() {
    check(
        "<aside markdown=\"1\" class=\"pquote\">\n  <img src=\"https://e.org/a.png\">\n  Ask *first*.\n  \
         <p markdown=\"1\">\n    — Jane, [\"T\"](https://e.org/t) **b**\n  </p>\n</aside>\n\nc",
        &["Ask first.", "— Jane, \"T\" b", "c"],
    );
    check("<p markdown=\"1\">— X **b**</p>", &["— X b"]);
    check("<p class = \"a\" markdown = \"1\">— X **b**</p>", &["— X b"]);
    check("<div markdown=\"1\">*a*\n\n<div>b</div>\n</div><div>*c*</div>", &["a", "b", "*c*"]);
}

#[test]
fn boxes_of_tasks_and_marks_of_raw_code_are_no_words() {
    check("- [ ] buy\n- [x] sell\n- [y] hold\n\n1. [X] go", &["buy", "sell", "[y] hold", "1. go"]);
    check("Write `{% raw %}{{ x }}{% endraw %}` here.{: .note}", &["Write {{ x }} here."]);
}
