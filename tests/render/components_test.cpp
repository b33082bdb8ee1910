// SPDX-License-Identifier: EUPL-1.2
// Walks every component's folder: each example of examples.json becomes exactly its expected/<example>.html (and .txt). With POLKU_UPDATE_EXPECTED=1 the expected
// files are written instead: look at the difference before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <type_traits>

#include "build.h"
#include "json/reader.h"
#include "render/html/html.h"
#include "render/html/writer.h"
#include "render/text/text.h"

namespace polku {
namespace {

namespace fs = std::filesystem;

const fs::path components = fs::path(POLKU_SOURCE_DIR) / "src/render/html/components";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream words;
  words << file.rdbuf();
  return words.str();
}

// One tag a line, for those who read the difference.
std::string broken_into_lines(std::string html) {
  for (std::size_t at = html.find("><"); at != std::string::npos; at = html.find("><", at)) html.insert(++at, "\n");
  return html + "\n";
}

std::string example_html(const json::Value& example, const page::Page& page) {
  // An example is a whole page where it says so, otherwise only its elements are of interest: the frame is cut away.
  std::string html = render::html(page);
  if (example.find("whole")) return html;
  const std::size_t side = html.find("<form id=\"side\"");
  if (side != std::string::npos) html.erase(side, html.find("</form>", side) + 7 - side);
  const std::string begin = "<div id=\"form\">";
  const std::size_t from = html.find(begin) + begin.size();
  return html.substr(from, html.rfind("</div></div></div>") - from);
}

TEST(Components, EveryExampleBecomesItsExpectedHtmlAndText) {
  const bool update = std::getenv("POLKU_UPDATE_EXPECTED") != nullptr;
  std::size_t count = 0;
  for (const auto& folder : fs::directory_iterator(components)) {
    const auto reading = json::read(read_file(folder.path() / "examples.json"));
    ASSERT_TRUE(reading.value) << folder.path() << " has no examples.json that can be read";
    std::set<std::string> expected_names;
    for (const json::Value& example : reading.value->find("examples")->items()) {
      const std::string name(example.find_string("name").value_or(""));
      ASSERT_FALSE(name.empty()) << folder.path();
      const page::Page page = test::build_page(*example.find("page"));
      const std::pair<std::string, std::string> outputs[] = {{name + ".html", broken_into_lines(example_html(example, page))},
                                                             {name + ".txt", render::text(page)}};
      for (const auto& [file, output] : outputs) {
        const fs::path path = folder.path() / "expected" / file;
        expected_names.insert(file);
        if (update) {
          fs::create_directories(path.parent_path());
          std::ofstream(path, std::ios::binary) << output;
        }
        EXPECT_EQ(read_file(path), output) << path;
      }
      ++count;
    }
    ASSERT_TRUE(fs::exists(folder.path() / "expected")) << folder.path();
    for (const auto& file : fs::directory_iterator(folder.path() / "expected")) {
      EXPECT_TRUE(expected_names.count(file.path().filename().string())) << file.path() << " has no example";
    }
  }
  EXPECT_GE(count, 30u);
}

// The tags of a page, without what stands between quotes.
std::string bare_tags(std::string_view html) {
  std::string tags;
  bool in_tag = false;
  bool quoted = false;
  for (const char character : html) {
    if (character == '<') in_tag = true;
    if (in_tag && character == '"') quoted = !quoted;
    if (in_tag && !quoted) tags += character;
    if (character == '>' && !quoted) in_tag = false;
  }
  return tags;
}

TEST(Components, NoExampleContainsStyleScriptOrEventAttributes) {
  std::size_t seen = 0;
  for (const auto& file : fs::recursive_directory_iterator(components)) {
    if (file.path().extension() != ".html") continue;
    const std::string html = read_file(file.path());
    const std::string tags = bare_tags(html);
    for (const char* forbidden : {" style", "<script", "<style", " on", "<img"}) {
      EXPECT_EQ(tags.find(forbidden), std::string::npos) << file.path() << " " << forbidden;
    }
    EXPECT_EQ(html.find("=\"javascript:"), std::string::npos) << file.path();
    ++seen;
  }
  EXPECT_GE(seen, 30u);
}

TEST(HtmlWriter, WordsNeverBecomeMarkup) {
  for (const std::string hostile :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&lt;b&gt;", "</textarea><script>", "' onfocus='x", "]]>", "<!--", "a\rb"}) {
    render::HtmlWriter out("en", text::Direction::left_to_right);
    out.open("p").attribute("class", hostile).say(messages::verbatim(hostile)).close();
    out.open("textarea").fill(hostile).close();
    const std::string html = out.take();
    std::size_t tags = 0;
    for (const char character : html) tags += character == '<';
    EXPECT_EQ(tags, 6u) << html;  // p, bdi, textarea, each opened and closed
    EXPECT_EQ(html.find('\r'), std::string::npos) << html;
  }
}

TEST(HtmlWriter, AFirstLineFeedInATextareaIsNotLost) {
  render::HtmlWriter out("en", text::Direction::left_to_right);
  EXPECT_EQ(out.open("textarea").fill("\nx").close().take(), "<textarea>\n\nx</textarea>");
}

TEST(HtmlWriter, LinksLeadOnlyWhereTheyMay) {
  const std::pair<const char*, const char*> cases[] = {{"https://example.fi/a", "https://example.fi/a"},
                                                       {"mailto:a@example.fi", "mailto:a@example.fi"},
                                                       {"tel:+358", "tel:+358"},
                                                       {"/a", "/a"},
                                                       {"#a", "#a"},
                                                       {"javascript:alert(1)", "#"},
                                                       {"//evil.example", "#"},
                                                       {"/\\evil.example", "#"},
                                                       {"http://example.fi", "#"},
                                                       {"data:text/html,x", "#"},
                                                       {"", "#"}};
  for (const auto& [address, expected] : cases) EXPECT_EQ(render::safe_address(address), expected) << address;
}

TEST(HtmlWriter, OnlyALiteralIsANameAndOnlyATextIsSaid) {
  static_assert(!std::is_constructible_v<render::Name, std::string>);
  static_assert(!std::is_constructible_v<render::Name, std::string_view>);
  static_assert(!std::is_convertible_v<std::string, messages::Text>);
  static_assert(!std::is_convertible_v<const char*, messages::Text>);
  SUCCEED();
}

TEST(PlainText, ControlCharactersDoNotReachTheTerminal) {
  page::Page page;
  page.heading = messages::verbatim("a\x1b[2Jb\x07\u009b");
  const std::string text = render::text(page);
  for (const char character : text) EXPECT_TRUE(character == '\n' || static_cast<unsigned char>(character) >= 0x20) << text;
  EXPECT_EQ(text.find("\u009b"), std::string::npos);
}

}  // namespace
}  // namespace polku
