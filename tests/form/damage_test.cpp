// SPDX-License-Identifier: EUPL-1.2
#include "form/form.h"
#include "form/site.h"
#include "table.h"

namespace polku {
namespace {

// Calls `use` with the whole, once for each value in it replaced by each of a few strangers.
template <typename Use>
void damage(json::Value& whole, json::Value& part, const Use& use) {
  const json::Value kept = part;
  for (json::Value stranger :
       {json::Value(), json::Value(true), json::Value(std::int64_t{-7}), json::Value("nowhere"), json::Value::array(), json::Value::object(),
        json::Value(json::Value::Array{json::Value::object()}), json::Value::object().with("var", json::Value("vehicles"))}) {
    part = std::move(stranger);
    use(whole);
  }
  part = kept;
  if (part.is(json::Type::array)) {
    for (json::Value& item : part.items()) damage(whole, item, use);
  } else if (part.is(json::Type::object)) {
    for (json::Member& member : part.members()) {
      damage(whole, member.value, use);
      const std::string name = member.name;
      for (const char* other : {"id", "power", "calculate", "x-y", "unheard"}) {
        member.name = other;
        use(whole);
      }
      member.name = name;
    }
  }
}

// Whatever one slip of an author's hand makes of a definition: an answer, never a crash; a form that compiles can be printed and asked for
// its keys.
TEST(Definition, SurvivesEverySingleDamage) {
  json::Value service = *testing::read_file(std::filesystem::path(POLKU_SOURCE_DIR) / "tests/form/definitions/base.json").find("base");
  std::size_t count = 0, compiled = 0;
  damage(service, service, [&](const json::Value& damaged) {
    const auto compilation = form::compile(damaged);
    ++count;
    ASSERT_EQ(compilation.form == nullptr, problem::has_errors(compilation.problems));
    if (!compilation.form) return;
    ++compiled;
    EXPECT_FALSE(compilation.form->print().empty());
    EXPECT_FALSE(compilation.form->catalog_keys().empty());
  });
  EXPECT_GT(count, 1000u);
  EXPECT_LT(compiled * 3, count);  // most damage is noticed
}

TEST(Site, SurvivesEverySingleDamage) {
  json::Value site = *testing::read_file(std::filesystem::path(POLKU_SOURCE_DIR) / "tests/form/definitions/site.json").find("base");
  damage(site, site, [&](const json::Value& damaged) {
    const auto reading = form::read_site(damaged);
    ASSERT_EQ(reading.site == nullptr, problem::has_errors(reading.problems));
  });
}

}  // namespace
}  // namespace polku
