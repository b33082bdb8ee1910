// SPDX-License-Identifier: EUPL-1.2
#include "form/building.h"
#include "form/site.h"
#include "text/language_tag.h"

namespace polku::form {

using problem::Code;

namespace {

void require_form(const json::Cursor& place, std::string_view expected, std::string_view found, bool has_form) {
  if (!has_form) place.report(Code::wrong_type, {{"expected", expected}, {"found", found}});
}

bool has_only(std::string_view words, std::string_view extra) {
  for (char byte : words) {
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    if (!is_plain && extra.find(byte) == std::string_view::npos) return false;
  }
  return !words.empty();
}

// https, or a path on the site itself: nothing else may become a link.
bool is_address(std::string_view words) {
  for (char byte : words) {
    if (static_cast<unsigned char>(byte) <= 0x20 || byte == '"' || byte == '<' || byte == '>' || byte == '\\') return false;
  }
  if (words.starts_with("https://")) return words.size() > 8 && words[8] != '/';
  return words.starts_with('/') && !words.starts_with("//");
}

std::string read_address(const json::Cursor& place) {
  const auto words = place.text();
  if (!words) return {};
  if (!is_address(*words)) place.report(Code::bad_address, {{"found", *words}});
  return *words;
}

class SiteReader {
 public:
  SiteReader(const json::Value& file, problem::Problems& problems, std::string document) : root_(file, problems, std::move(document)) {}

  Site read() {
    read_format_version(root_, "site");
    root_.only({"$schema", "id", "languages", "fallback", "timeZone", "calendar", "numberingSystem", "contact", "privacy", "accessibility", "theme", "services",
                "submissions", "connectors", "sources", "payments", "drafts"});
    if (auto id = read_id(root_.member("id"))) site_.id = *id;
    read_languages();
    read_time();
    read_contact();
    read_theme();
    for (const json::Cursor& place : root_.member("services").items()) {
      if (auto id = read_id(place)) add_once(site_.services, *id, place);
    }
    if (const auto place = root_.optional("submissions"); place.exists()) site_.submissions_url = read_address(place);
    read_connectors();
    read_sources();
    // What is in it is read by room delivery.
    if (const auto place = root_.optional("payments"); place.exists()) site_.payments = place.value();
    const json::Cursor drafts = root_.optional("drafts");
    if (drafts.exists()) {
      drafts.only({"days"});
      site_.draft_days = static_cast<int>(drafts.member("days").integer(1, 365).value_or(30));
    }
    return std::move(site_);
  }

 private:
  static void add_once(std::vector<std::string>& known, const std::string& word, const json::Cursor& place) {
    for (const std::string& other : known) {
      if (other == word) {
        place.report(Code::repeated_id, {{"id", word}});
        return;
      }
    }
    known.push_back(word);
  }

  void read_languages() {
    const json::Cursor languages = root_.member("languages");
    for (const json::Cursor& place : languages.items()) {
      if (auto tag = read_language(place)) add_once(site_.languages, *tag, place);
    }
    if (languages.is(json::Type::array) && languages.value().items().empty()) {
      languages.report(Code::out_of_bounds, {{"minimum", text::Decimal{1}}, {"maximum", text::Decimal{100}}});
    }
    for (const auto& [tag, places] : root_.optional("fallback").members()) {
      check_tag(tag, places);
      std::vector<std::string>& tried = site_.fallback[tag];
      for (const json::Cursor& place : places.items()) {
        if (auto language = read_language(place)) add_once(tried, *language, place);
      }
    }
    for (const auto& [tag, place] : root_.optional("numberingSystem").members()) {
      check_tag(tag, place);
      const auto system = place.text();
      if (!system) continue;
      // Unicode locale identifiers: a numbering system is three to eight letters or digits.
      require_form(place, "numbering-system", *system, system->size() >= 3 && system->size() <= 8 && has_only(*system, ""));
      site_.numbering_system[tag] = *system;
    }
  }

  static void check_tag(const std::string& tag, const json::Cursor& place) {
    if (!text::is_language_tag(tag)) place.report(Code::bad_language_tag, {{"found", tag}});
  }

  void read_time() {
    const json::Cursor zone = root_.member("timeZone");
    if (auto words = zone.text()) {
      require_form(zone, "time-zone", *words, *words == "UTC" || (has_only(*words, "/_+-") && words->find('/') != std::string::npos));
      site_.time_zone = *words;
    }
    if (auto name = read_id(root_.optional("calendar"))) site_.calendar = *name;
  }

  void read_contact() {
    const json::Cursor contact = root_.optional("contact");
    if (contact.exists()) {
      contact.only({"phone", "email", "web"});
      const json::Cursor phone = contact.optional("phone");
      if (auto words = phone.text()) {
        require_form(phone, "phone", *words, !words->empty() && words->find_first_not_of("0123456789+ -()") == std::string::npos);
        site_.phone = *words;
      }
      const json::Cursor email = contact.optional("email");
      if (auto words = email.text()) {
        const std::size_t sign = words->find('@');
        require_form(email, "email", *words, has_only(*words, ".@_+-") && sign != std::string::npos && sign > 0 && sign + 1 < words->size());
        site_.email = *words;
      }
      if (const auto web = contact.optional("web"); web.exists()) site_.web = read_address(web);
    }
    if (const auto place = root_.optional("privacy"); place.exists()) site_.privacy_url = read_address(place);
    if (const auto place = root_.optional("accessibility"); place.exists()) site_.accessibility_url = read_address(place);
  }

  // Values go into a style sheet: nothing that could end a declaration or fetch.
  void read_theme() {
    for (const auto& [token, place] : root_.optional("theme").members()) {
      if (token.starts_with("x-")) continue;
      if (!is_id(token)) place.report(Code::bad_id, {{"id", token}});
      const auto words = place.text();
      if (!words) continue;
      require_form(place, "style-value", *words, has_only(*words, "#.,%()- '") && words->size() <= 200 && words->find("url(") == std::string::npos);
      site_.theme[token] = *words;
    }
  }

  // What is in them is read by room delivery; here only what the whole site depends on.
  void read_connectors() {
    site_.connectors = read_with_ids(root_.optional("connectors"));
    for (const json::Cursor& place : root_.optional("connectors").items()) place.member("recipient").text();
  }

  void read_sources() { site_.sources = read_with_ids(root_.optional("sources")); }

  static json::Value read_with_ids(const json::Cursor& list) {
    std::vector<std::string> ids;
    for (const json::Cursor& place : list.items()) {
      const json::Cursor id_place = place.member("id");
      if (auto id = read_id(id_place)) add_once(ids, *id, id_place);
    }
    return list.is(json::Type::array) ? list.value() : json::Value::array();
  }

  json::Cursor root_;
  Site site_;
};

}  // namespace

SiteReading read_site(const json::Value& file, std::string document) {
  SiteReading reading;
  Site site = SiteReader(file, reading.problems, std::move(document)).read();
  if (!problem::has_errors(reading.problems)) reading.site = std::make_shared<const Site>(std::move(site));
  return reading;
}

}  // namespace polku::form
