//! Drawings in SVG, which are to be that and nothing that runs: [`read`].

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

/// The namespace of drawings; elements of other ones are a program's own notes, which browsers pass over.
const SVG: &[u8] = b"http://www.w3.org/2000/svg";

/// The namespaces whose elements browsers run or show wherever they stand.
const LIVE: [&[u8]; 2] = [b"http://www.w3.org/1999/xhtml", b"http://www.w3.org/1998/Math/MathML"];

/// The elements of SVG 2 that draw or say what is drawn; all filters, whose names begin with `fe`, beside them. Scripts,
/// links, animations and foreign objects are none.
const DRAWING: [&str; 31] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "solidcolor",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

const OTHER: &str = "is not what the end of its name says";
const RUNS: &str = "holds what runs";

/// The width and height of a drawing, where it states them.
///
/// It is read as browsers read it, as XML: a reader of HTML would take neither entities nor namespaces for what they
/// are.
///
/// # Errors
///
/// What it is not, as in "which …".
pub fn read(text: &str) -> Result<Option<[u32; 2]>, &'static str> {
    let mut reader = NsReader::from_str(text);
    let mut size = None;
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|_| OTHER)?;
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let is_first = size.is_none();
                if is_first && element.local_name().as_ref() != b"svg" {
                    return Err(OTHER);
                }
                check(&namespace, &element)?;
                size.get_or_insert_with(|| size_of(&element));
            }
            // Entities of its own can stand for anything, and a style sheet of XSLT runs.
            Event::DocType(doctype) if doctype.contains(&b'[') => return Err(RUNS),
            Event::PI(_) => return Err(RUNS),
            Event::Eof => return size.ok_or(OTHER),
            _ => {}
        }
    }
}

/// Holds an element and its attributes against what a drawing may have.
fn check(namespace: &ResolveResult, element: &BytesStart) -> Result<(), &'static str> {
    let name = element.local_name();
    let name = str::from_utf8(name.as_ref()).map_err(|_| OTHER)?;
    let draws = DRAWING.contains(&name) || name.starts_with("fe");
    let may_stand = match namespace {
        ResolveResult::Bound(namespace) if LIVE.contains(&namespace.as_ref()) => false,
        ResolveResult::Bound(namespace) => namespace.as_ref() != SVG || draws,
        ResolveResult::Unbound | ResolveResult::Unknown(_) => draws,
    };
    if !may_stand {
        return Err(RUNS);
    }
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| OTHER)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| OTHER)?;
        let name = attribute.key.local_name();
        let leads_on = name.as_ref() == b"href"
            && !value.trim_start().starts_with('#')
            && !is_picture(value.trim_start());
        if leads_on || name.as_ref().to_ascii_lowercase().starts_with(b"on") {
            return Err(RUNS);
        }
    }
    Ok(())
}

/// Whether an address is a picture in itself, of dots and not another drawing.
fn is_picture(address: &str) -> bool {
    let kind = address.strip_prefix("data:image/");
    kind.is_some_and(|kind| !kind.to_ascii_lowercase().starts_with("svg"))
}

/// The width and height of the outermost element: its box, or else its own lengths in pixels.
fn size_of(element: &BytesStart) -> Option<[u32; 2]> {
    let attribute = |name| {
        let attribute = element.try_get_attribute(name).ok()??;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    };
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let view = attribute("viewBox").map(|view| {
        let numbers = view.split([' ', ',']).filter(|part| !part.is_empty()).map(number);
        numbers.collect::<Option<Vec<f64>>>()
    });
    let [width, height] = match view.flatten().as_deref() {
        Some([_, _, width, height]) => [*width, *height],
        _ => [number(&attribute("width")?)?, number(&attribute("height")?)?],
    };
    // A ratio in whole numbers, for units however small.
    let scale = if width.min(height) < 100.0 { 100.0 } else { 1.0 };
    let is_length = |length: f64| (0.01..1e6).contains(&length);
    (is_length(width) && is_length(height))
        .then(|| [width, height].map(|length| (length * scale).round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_a_ratio() {
        let check = |svg: &str, expected| assert_eq!(read(svg), expected, "{svg}");
        check("<?xml version=\"1.0\"?><svg viewBox='0 0 300 100'/>", Ok(Some([300, 100])));
        check("<svg viewBox=\"0,0,2.5,1\"/>", Ok(Some([250, 100])));
        check("<svg width='400px' height='200'/>", Ok(Some([400, 200])));
        check("<svg width='10em' height='1em'/>", Ok(None));
        check("<svg viewBox='0 0 0 -1'/>", Ok(None));
        check("<p>", Err(OTHER));
        check("", Err(OTHER));
        check("<svg><g></svg>", Err(OTHER));
        check("<svg viewBox='0 0 3 1' viewBox=''/>", Err(OTHER));
    }

    #[test]
    fn what_programs_for_drawing_write_is_a_drawing() {
        let svg = r##"<?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 3 1">
              <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
              <inkscape:grid type="xygrid"/>
              <style>.a { fill: red }</style>
              <filter id="f"><feGaussianBlur stdDeviation="2"/></filter>
              <g id="a" class="a"><path d="M0 0h1v1z"/><text>A &amp; B</text></g>
              <use xlink:href="#a"/><image href="data:image/png;base64,iVBORw0KGgo="/>
            </svg>"##;
        assert_eq!(read(svg), Ok(Some([300, 100])));
    }

    #[test]
    fn a_drawing_runs_nothing() {
        let ns = "xmlns='http://www.w3.org/2000/svg'";
        for svg in [
            "<svg><script>alert(1)</script></svg>",
            "<svg><g onload='alert(1)'/></svg>",
            "<svg><use href=' javascript:alert(1)'/></svg>",
            "<svg><use href='&#106;avascript:alert(1)'/></svg>",
            "<svg><use href='https://example.org/#a'/></svg>",
            "<svg><image href='data:image/svg+xml,%3Csvg/%3E'/></svg>",
            "<svg><a href='#a'/></svg>",
            "<svg><foreignObject/></svg>",
            "<svg><set attributeName='href' to='javascript:alert(1)'/></svg>",
            "<svg><iframe xmlns='http://www.w3.org/1999/xhtml' srcdoc='&lt;script>'/></svg>",
            "<svg xmlns:x='http://www.w3.org/1999/xhtml'><x:script>alert(1)</x:script></svg>",
            "<svg xmlns:s='http://www.w3.org/2000/svg'><s:script>alert(1)</s:script></svg>",
            "<!DOCTYPE svg [<!ENTITY x '&#60;script>alert(1)&#60;/script>'>]><svg>&x;</svg>",
            "<?xml-stylesheet type='text/xsl' href='#a'?><svg/>",
        ] {
            let named = svg.replacen("<svg", &format!("<svg {ns}"), 1);
            for svg in [svg, &named] {
                assert_eq!(read(svg), Err(RUNS), "{svg}");
            }
        }
    }
}
