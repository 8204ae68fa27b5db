import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;

// library: org.jsoup:jsoup
/** Pages as they come from the wild: parsed, searched by selectors, changed, cleaned, written again. */
public class Documents {
    private static final String PAGE = """
            <!doctype html>
            <html lang=en><head><title>Gateway &mdash; status</title><base href="https://example.org/dev/">
            <style>td { color: red }</style><script>if (a < b && c) alert("<p>");</script></head>
            <body class="main dark"><h1>Devices<h1>
            <p>First paragraph<p>Second &lt;one&gt; with <b>bold <i>both</b> italic</i> &euro;5 &copy; &#x6771;&#20140; &unknown;
            <table id=t><tr><th>name<th>value<tr class=odd data-id=7><td>valve<td>73.5<tr data-id=8><td><a href="sensors?id=8&x=1">sensor</a><td>12</table>
            <ul><li>one<li>two<ul><li>two.a<li>two.b</ul><li>three</ul>
            <form action=/set method=post><input name=rate value=5><input type=checkbox name=on checked><select name=mode><option value=a>A<option value=b selected>B</select></form>
            <!-- a comment --><img src=logo.png alt="Logo"><br><pre>  kept
              as is</pre>
            </body></html>
            """;

    public static void main(String[] arguments) {
        Document page = Jsoup.parse(PAGE, "https://example.org/");
        System.out.println(page.title() + "|" + page.body().classNames() + "|" + page.charset());
        System.out.println(page.outerHtml());
        select(page);
        form(page);
        change(page.clone());
        walk(page);
        clean();
        xml();
        mistakes();
    }

    private static void select(Document page) {
        for (String selector : new String[] {
            "td", "tr[data-id]", "tr.odd > td:eq(1)", "ul li ul li", "a[href^=sens]", "li:contains(two)", "p ~ table", "h1 + h1, h1",
            "td:not(:has(a))", "li:nth-child(odd)", "input[type=checkbox]", ":containsOwn(paragraph)", "[data-id~=^[78]$]", "body > :last-child"
        }) {
            Elements found = page.select(selector);
            System.out.println(selector + ": " + found.size() + " " + found.eachText());
        }
        Element link = page.selectFirst("a");
        System.out.println(link.absUrl("href") + " " + link.cssSelector() + " " + link.parent().siblingIndex());
        System.out.println(page.getElementsByAttributeValue("data-id", "7").first().dataset() + " " + page.getElementById("t").childrenSize());
        System.out.println(page.select("table").first().wholeText().replace("\n", "/") + " " + page.select("style").first().data().trim());
    }

    private static void form(Document page) {
        Map<String, String> values = new TreeMap<>();
        page.select("form").forms().getFirst().formData().forEach(pair -> values.put(pair.key(), pair.value()));
        System.out.println(values);
    }

    private static void change(Document page) {
        Element body = page.body();
        body.select("script, style, form, pre, table").remove();
        body.select("li").wrap("<div class=item></div>").addClass("seen").attr("data-n", "1");
        body.selectFirst("h1").text("5 < 6 & 7 > \"2\"").after("<hr><em>after</em>");
        body.prependElement("nav").append("<a href=#>top</a>").appendText(" & text");
        body.select("b").unwrap();
        body.appendChild(new TextNode("end ä東"));
        page.outputSettings().indentAmount(2).charset("US-ASCII").prettyPrint(true);
        System.out.println(body.html());
    }

    private static void walk(Document page) {
        int[] counts = new int[3];
        page.traverse((NodeVisitor) (Node node, int depth) -> {
            counts[0]++;
            counts[1] = Math.max(counts[1], depth);
            counts[2] += node instanceof TextNode ? 1 : 0;
        });
        System.out.println(counts[0] + " nodes, depth " + counts[1] + ", texts " + counts[2]);
    }

    private static void clean() {
        String dirty = "<p onclick='x()'>Hi <b>you</b><script>alert(1)</script> <a href='http://a.b/' target=_blank>l</a><a href='javascript:x'>bad</a><img src=x>";
        System.out.println(Jsoup.clean(dirty, Safelist.none()));
        System.out.println(Jsoup.clean(dirty, Safelist.basic()));
        System.out.println(Jsoup.clean(dirty, Safelist.relaxed().addAttributes("p", "onclick")));
        System.out.println(Jsoup.isValid("<b>ok</b>", Safelist.basic()) + " " + Parser.unescapeEntities("&lt;&amp;&nbsp;&frac12;", false));
    }

    private static void xml() {
        Document document = Jsoup.parse("<?xml version='1.0'?><a><B x='1'/><c><![CDATA[<raw>]]></c></a>", "", Parser.xmlParser());
        System.out.println(document.outerHtml() + " " + document.select("B").attr("x") + " " + document.select("c").text());
    }

    private static void mistakes() {
        Parser parser = Parser.htmlParser().setTrackErrors(5);
        Jsoup.parse("<p>&bad <b></p></i><td>", "", parser);
        for (ParseError error : parser.getErrors()) {
            System.out.println(error);
        }
        for (String wrong : new String[] {"div[", "p:nth-child(x)", "", "a >", ":has("}) {
            try {
                System.out.println(Jsoup.parse("<p>").select(wrong).size());
            } catch (Selector.SelectorParseException | IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
