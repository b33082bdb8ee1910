// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "exchange/write.h"

namespace polku::exchange {

using json::Value;

namespace {

class CatalogWriter {
 public:
  CatalogWriter(const Workshop& shop, std::string language) : shop_(shop), language_(std::move(language)) {}

  Value write() {
    const Plan& plan = shop_.plan;
    Value review = Value::object().with("review", Value::object().with("state", Value{"not-reviewed"}));
    catalog_.add("$schema", Value{"../../schema/catalog-1.json"});
    catalog_.add("$meta", std::move(review));
    say("service.title", plan.title);
    say("service.summary", plan.summary);
    say("page.start.title", plan.title);
    say("page.start.body", plan.introduction);
    for (const auto& [id, words] : plan.sections) {
      if (is_used(id)) say("section." + id, words);
    }
    for (const PlannedPage& page : plan.pages) write(page);
    for (const Asked& asked : plan.asked) {
      for (const auto& [part, words] : asked.words) say("question." + asked.id + "." + part, words);
    }
    for (const auto& [id, title] : plan.row_titles) say("page." + id + ".title", title);
    for (const auto& [id, body] : plan.row_pages) say("page." + id + ".body", body);
    say("page.check.title", shop_.texts.own("check.title"));
    say("page.done.title", shop_.texts.own("done.title"));
    say("page.done.next", shop_.texts.own("done.next"));
    return std::move(catalog_);
  }

 private:
  bool is_used(const std::string& section) const {
    for (const PlannedPage& page : shop_.plan.pages) {
      if (page.section == section && !page.items.empty()) return true;
    }
    return false;
  }

  // What this language lacks another says: it is told as text-missing.
  void say(const std::string& key, const Words& words) {
    if (words.empty()) return;
    const auto own = words.find(language_);
    const std::string& text = own == words.end() ? words.begin()->second : own->second;
    if (!text.empty()) catalog_.add(key, Value{text});
  }

  void write(const PlannedPage& page) {
    if (page.items.empty()) return;
    say("page." + page.id + ".title", page.title);
    say("page." + page.id + ".body", page.body);
    for (const Item& item : page.items) {
      if (!item.group) continue;
      for (const PlannedGroup& group : shop_.plan.groups) {
        if (group.title != item.group->title || !told_.insert(group.id).second) continue;
        say("group." + group.id + ".title", group.title);
        say("group." + group.id + ".body", group.body);
      }
    }
  }

  const Workshop& shop_;
  std::string language_;
  Value catalog_ = Value::object();
  std::set<std::string> told_;
};

}  // namespace

Value write_catalog(const Workshop& shop, const std::string& language) { return CatalogWriter(shop, language).write(); }

}  // namespace polku::exchange
