// SPDX-License-Identifier: EUPL-1.2
// What the native studio hands to the machine's browser: the page as a citizen would have it, in a file nobody else can read.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "host/files/files.h"
#include "host/studio/preview.h"
#include "host/studio/window/outside.h"

namespace polku::test {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ostringstream words;
  words << std::ifstream(file, std::ios::binary).rdbuf();
  return words.str();
}

// Sets a variable of the environment for as long as it lives.
class Setting {
 public:
  Setting(std::string name, const std::string& value) : name_(std::move(name)), before_(std::getenv(name_.c_str()) ? std::getenv(name_.c_str()) : "") {
    setenv(name_.c_str(), value.c_str(), 1);
  }
  ~Setting() {
    if (before_.empty())
      unsetenv(name_.c_str());
    else
      setenv(name_.c_str(), before_.c_str(), 1);
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;

 private:
  std::string name_, before_;
};

class HtmlPreview : public testing::Test {
 protected:
  HtmlPreview() {
    fs::remove_all(home);
    fs::create_directories(home / "bin");
    fs::create_directories(home / "tmp");
    const std::string assets = POLKU_SOURCE_DIR "/assets/";
    problem::Problems problems;
    auto world = host::load_service(assets + "services/resident-parking-permit", assets + "sites/koivuranta", problems).world;
    preview = std::make_unique<host::Preview>(world, "ar", calendar::Date{2026, 11, 22});
  }
  ~HtmlPreview() override { fs::remove_all(home); }

  const fs::path home = fs::temp_directory_path() / ("polku-outside-" + std::to_string(getpid()));
  std::unique_ptr<host::Preview> preview;
};

TEST_F(HtmlPreview, IsTheCitizensPageInAFileOfOnesOwn) {
  const fs::path opened = home / "opened", opener = home / "bin/xdg-open";
  std::ofstream(opener) << "#!/bin/sh\nprintf %s \"$1\" > " << opened.string() << ".part && mv " << opened.string() << ".part " << opened.string() << "\n";
  fs::permissions(opener, fs::perms::owner_all);
  fs::copy_file(opener, home / "bin/open");  // as it is called on macOS
  const Setting path("PATH", (home / "bin").string() + ":/usr/bin:/bin"), folder("TMPDIR", (home / "tmp").string());
  EXPECT_EQ(host::show_html(preview->page()), "");
  for (int tries = 0; tries < 500 && !fs::exists(opened); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const fs::path file = read(opened);
  ASSERT_EQ(file.parent_path(), home / "tmp") << file;
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  const auto html = read(file);
  for (const std::string words : {"<html lang=\"ar\" dir=\"rtl\">", "<title>", "--polku-brand", "class=\"polku\""}) {
    EXPECT_NE(html.find(words), std::string::npos) << words;
  }
  EXPECT_EQ(html.find(":host"), std::string::npos) << "a document is no shadow root";
}

TEST_F(HtmlPreview, WithoutAnythingToOpenItTheAuthorIsToldWhereItIs) {
  const Setting path("PATH", (home / "nothing").string()), folder("TMPDIR", (home / "tmp").string());
  const auto told = host::show_html(preview->page());
  EXPECT_NE(told.find("is not here to open a browser"), std::string::npos) << told;
  EXPECT_NE(told.find((home / "tmp").string()), std::string::npos) << told;
}

TEST_F(HtmlPreview, ThatCannotBeWrittenIsToldToo) {
  const Setting folder("TMPDIR", (home / "missing").string());
  EXPECT_NE(host::show_html(preview->page()).find("cannot be written"), std::string::npos);
}

}  // namespace
}  // namespace polku::test
