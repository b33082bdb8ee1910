// SPDX-License-Identifier: EUPL-1.2
#include <chrono>

#include "../locale/support.h"
#include "messages/catalog.h"

namespace polku {
namespace {

using messages::Block;
using messages::Span;

std::string print(const std::vector<Span>& spans) {
  std::string printed;
  for (const auto& span : spans) {
    const bool strong = span.kind == Span::Kind::strong, link = span.kind == Span::Kind::link;
    printed += strong ? "strong(" + span.words + ")" : link ? "link(" + span.words + "|" + span.address + ")" : span.words;
  }
  return printed;
}

std::string print(const messages::Prose& prose) {
  constexpr const char* kinds[] = {"p", "h", "ul", "ol"};
  std::string printed;
  for (const auto& block : prose.blocks) {
    printed += std::string(printed.empty() ? "" : " ") + kinds[static_cast<int>(block.kind)] + "[";
    for (const auto& line : block.lines) printed += (&line == &block.lines.front() ? "" : "/") + print(line);
    printed += "]";
  }
  return printed;
}

messages::Text said(const std::string& pattern, const messages::Arguments& arguments = {}) {
  problem::Problems problems;
  auto file = json::Value::object().with("key", json::Value{pattern});
  const auto catalog = std::make_shared<const messages::Catalog>(messages::Catalog::read(file, "en", problems));
  const auto english = std::make_shared<const locale::Locale>(test::must_load("en"));
  return messages::Words({{{catalog}}}, {english}, {"en"}).say("key", arguments);
}

struct Row {
  const char* source;
  const char* printed;
};

TEST(MarkupTest, ReadsBlocks) {
  for (const Row& row : {Row{"", ""}, Row{"One", "p[One]"}, Row{"One\n\nTwo", "p[One] p[Two]"}, Row{"One\nTwo", "p[One/Two]"},
                         Row{"\n\n One \n \n\n", "p[ One ]"}, Row{"## Fees\nText", "h[Fees] p[Text]"}, Row{"## A\n## B", "h[A] h[B]"},
                         Row{"- a\n- b\n\n- c", "ul[a/b] ul[c]"}, Row{"1. a\n2. b", "ol[a/b]"}, Row{"Text\n- a\n1. b\nText", "p[Text] ul[a] ol[b] p[Text]"},
                         Row{"#Fees", "p[#Fees]"}, Row{"# Fees", "p[# Fees]"}, Row{"-a", "p[-a]"}, Row{"1234. a", "p[1234. a]"}, Row{"a\r\nb", "p[a/b]"}}) {
    EXPECT_EQ(print(messages::parse_markup(said(row.source))), row.printed) << row.source;
  }
}

TEST(MarkupTest, ReadsMarksInALine) {
  for (const Row& row : {Row{"a **b** c", "a strong(b) c"},
                         Row{"**a** **b**", "strong(a) strong(b)"},
                         Row{"**a", "**a"},
                         Row{"****", "****"},
                         Row{"a*b*c", "a*b*c"},
                         Row{"[a](https://x.fi/y?z=1)", "link(a|https://x.fi/y?z=1)"},
                         Row{"[a](mailto:a@b.fi) [t](tel:+358401)", "link(a|mailto:a@b.fi) link(t|tel:+358401)"},
                         Row{"[a](/path)", "link(a|/path)"},
                         Row{"[a](page#b)", "link(a|page#b)"},
                         Row{"[a] (b)", "[a] (b)"},
                         Row{"[a](b", "[a](b"},
                         Row{"[](b)", "[](b)"},
                         Row{"[a]()", "[a]()"},
                         Row{"[a](http://x.fi)", "[a](http://x.fi)"},
                         Row{"[a](javascript:alert(1))", "[a](javascript:alert(1))"},
                         Row{"[a](JavaScript:x)", "[a](JavaScript:x)"},
                         Row{"[a](//x.fi)", "[a](//x.fi)"},
                         Row{"[a](/\\x.fi)", "[a](/\\x.fi)"},
                         Row{"[a](data:text/html,x)", "[a](data:text/html,x)"},
                         Row{"[a](b c)", "[a](b c)"},
                         Row{"[a](\tjavascript:x)", "[a](\tjavascript:x)"},
                         Row{"<b>a</b>", "<b>a</b>"},
                         Row{"&lt;", "&lt;"}}) {
    EXPECT_EQ(print(messages::parse_inline(row.source)), row.printed) << row.source;
    EXPECT_EQ(print(messages::parse_inline(said(row.source))), row.printed) << row.source;
  }
}

TEST(MarkupTest, PeoplesWordsAreNeverMarkup) {
  const std::string hostile = "**x** [y](https://evil.example)\n\n## z\n- q";
  EXPECT_EQ(print(messages::parse_markup(said("Hello {name}!", {{"name", hostile}}))), "p[Hello " + hostile + "!]");
  EXPECT_EQ(print(messages::parse_markup(said("{name}", {{"name", "- a"}}))), "p[- a]");
  EXPECT_EQ(print(messages::parse_markup(said("**{name}**", {{"name", "a**b"}}))), "p[strong(a**b)]");
  EXPECT_EQ(print(messages::parse_markup(said("[{name}](https://x.fi)", {{"name", "a](/b)"}}))), "p[link(a](/b)|https://x.fi)]");
  EXPECT_EQ(print(messages::parse_markup(said("[a]({to})", {{"to", "javascript:x"}}))), "p[[a](javascript:x)]");
  EXPECT_EQ(print(messages::parse_markup(said("[a]({to})", {{"to", "https://x.fi/"}}))), "p[link(a|https://x.fi/)]");
  EXPECT_EQ(print(messages::parse_markup(messages::verbatim(hostile))), "p[" + hostile + "]");
  EXPECT_EQ(print(messages::parse_inline(messages::verbatim("**x**"))), "**x**");
}

TEST(MarkupTest, ChecksTheAddressesOfACatalog) {
  EXPECT_TRUE(messages::check_markup("k", "[a](https://x.fi) [b](/c) [d]({address})").empty());
  const auto problems = messages::check_markup("k", "[a](https://x.fi)\n[b](http://x.fi) and [c](javascript:x)");
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].code, problem::Code::markup_bad_link);
  EXPECT_EQ(problems[0].arguments, (std::vector<problem::Argument>{{"key", "k"}, {"address", "http://x.fi"}}));
}

TEST(MarkupTest, TimeGrowsWithTheLengthOnly) {
  for (const char* piece : {"[", "[a](", "**", "*", "[](", "](", "**a", "[a](b)", "- ", "\n", "1. "}) {
    std::string source;
    while (source.size() < 150'000) source += piece;
    const auto start = std::chrono::steady_clock::now();
    messages::parse_inline(source);
    messages::parse_markup(messages::verbatim(source));
    messages::parse_markup(said(source));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << piece;
  }
}

}  // namespace
}  // namespace polku
