// SPDX-License-Identifier: EUPL-1.2
#include "text/language_tag.h"

#include "text/utf8.h"

namespace polku::text {

namespace {

// Unicode CLDR 48, scriptMetadata (rtl) and likelySubtags; each list is framed by blanks so that " word " finds a word. A test compares
// them with CLDR.
constexpr std::string_view right_to_left_scripts =
    " adlm arab aran armi avst chrs cprt elym gara hatr hebr hung khar lydi mand mani mend merc mero narb nbat nkoo orkh ougr palm "
    "phli phlp phnx prti rohg samr sarb sidt sogd sogo syrc syre syrj syrn thaa yezi ";
constexpr std::string_view right_to_left_languages =
    " aao abh abv acm acq acw acx adf ae aeb aec aee aeq afb aib aii aij aiq amw apc apd ar arc arq ars ary arz ask atn auj auz avd "
    "avl ayh ayl ayn ayp azb bal bdz bej bft bgn bgp bhe bhm bhn bjf bjm bqi brh brk bsh bsk chg cja ckb clh czk dcc def deh dgl dmk "
    "dml dv ecy esh fa fay faz fia fub gbz ggg gha ghr gig gjk gju glh glk grr gwc gwf gwt gzi hac haz hbo he hkh hnd hno hoh hrt hrz "
    "hss huy isk itk iw jad jat jbe jbn jdg ji jnd jog jpa jpr jrb jye kbu kby kcy kfm khw klj kmz kqd ks ktl kvx kxp lad lah lhs lki "
    "lrc lrk lrl lsa lsd lss luv luz mby mde mey mfa mfi mhj mid mki mnj mve mvy myz mzb mzn nli nlm nqo ntz nyq oar obm odk oru ota "
    "otk oui pal pbt pgd phl phn phr phv plk prc prd prx ps psh psi pst qxq rdb rhg rmt sam sbn scl sd sdb sdf sdg sdh sds sgr sgy "
    "shd shm shu shv siy siz skr smp smy sog sqo sqt srh srz ssh sts swb syc syn syr tjo tks tmr tov tra trg trm trw ug ur ush uzs "
    "vaf vgr vmh wbk wlo wne wni wsv xco xhe xka xkc xkj xkp xld xly xmn xmr xna xpr xsa xsd xvi ydg yhd yi yih yud zba zdj zrp zum ";
// Where the region changes the usual script.
constexpr std::string_view right_to_left_regions = " az-iq az-ir ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-iq ku-ir ku-lb ky-cn ms-cc pa-pk tg-pk uz-af ";
constexpr std::string_view left_to_right_regions = " mey-sn sd-in ug-kz ug-mn ";

// RFC 5646, section 2.1, "regular": they look like language tags but their subtags mean nothing.
constexpr std::string_view grandfathered = " art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang ";

bool is_listed(std::string_view list, std::string_view word) {
  std::string framed{" "};
  framed.append(word);
  framed.push_back(' ');
  return list.find(framed) != std::string_view::npos;
}

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_alpha(std::string_view subtag) {
  for (const char c : subtag) {
    if (!is_alpha(c)) return false;
  }
  return true;
}

bool all_digits(std::string_view subtag) {
  for (const char c : subtag) {
    if (!is_digit(c)) return false;
  }
  return true;
}

bool is_extended_language(std::string_view subtag) { return subtag.size() == 3 && all_alpha(subtag); }
bool is_script(std::string_view subtag) { return subtag.size() == 4 && all_alpha(subtag); }
bool is_region(std::string_view subtag) { return (subtag.size() == 2 && all_alpha(subtag)) || (subtag.size() == 3 && all_digits(subtag)); }
bool is_variant(std::string_view subtag) { return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag[0])); }
bool is_private_use(std::string_view subtag) { return subtag == "x" || subtag == "X"; }

std::vector<std::string_view> split(std::string_view tag) {
  std::vector<std::string_view> subtags;
  while (true) {
    const std::size_t hyphen = tag.find('-');
    subtags.push_back(tag.substr(0, hyphen));
    if (hyphen == std::string_view::npos) return subtags;
    tag.remove_prefix(hyphen + 1);
  }
}

bool are_subtags(const std::vector<std::string_view>& subtags) {
  for (const std::string_view subtag : subtags) {
    if (subtag.empty() || subtag.size() > 8) return false;
    for (const char c : subtag) {
      if (!is_alpha(c) && !is_digit(c)) return false;
    }
  }
  return true;
}

// Where the script of a well-formed tag stands, if it has one.
std::size_t after_language(const std::vector<std::string_view>& subtags) {
  std::size_t at = 1;
  if (subtags[0].size() <= 3) {
    while (at < subtags.size() && at <= 3 && is_extended_language(subtags[at])) ++at;
  }
  return at;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  const auto subtags = split(tag);
  if (!are_subtags(subtags) || is_listed(grandfathered, to_lower_ascii(tag))) return false;
  const std::size_t count = subtags.size();
  if (is_private_use(subtags[0])) return count > 1;
  if (subtags[0].size() < 2 || !all_alpha(subtags[0])) return false;

  std::size_t at = after_language(subtags);
  if (at < count && is_script(subtags[at])) ++at;
  if (at < count && is_region(subtags[at])) ++at;
  while (at < count && is_variant(subtags[at])) ++at;
  while (at < count && subtags[at].size() == 1 && !is_private_use(subtags[at])) {
    const std::size_t singleton = at++;
    while (at < count && subtags[at].size() >= 2) ++at;
    if (at == singleton + 1) return false;
  }
  if (at < count && is_private_use(subtags[at])) return at + 1 < count;
  return at == count;
}

std::string canonical_language_tag(std::string_view tag) {
  std::string result;
  bool after_singleton = false;
  for (const std::string_view subtag : split(tag)) {
    const bool first = result.empty();
    if (!first) result.push_back('-');
    if (subtag.size() == 1) after_singleton = true;
    std::string word = to_lower_ascii(subtag);
    if (!first && !after_singleton) {  // RFC 5646, section 2.1.1
      if (word.size() == 2) word = to_upper_ascii(word);
      if (word.size() == 4) word.replace(0, 1, to_upper_ascii(word.substr(0, 1)));
    }
    result += word;
  }
  return result;
}

std::vector<std::string> lookup_chain(std::string_view tag) {
  std::vector<std::string> chain;
  while (!tag.empty()) {
    chain.emplace_back(tag);
    const std::size_t hyphen = tag.rfind('-');
    if (hyphen == std::string_view::npos) break;
    tag = tag.substr(0, hyphen);
    if (tag.size() == 1) break;
    if (tag.size() > 2 && tag[tag.size() - 2] == '-') tag.remove_suffix(2);
  }
  return chain;
}

Direction direction_of(std::string_view tag) {
  const std::string lower = to_lower_ascii(tag);
  const auto subtags = split(lower);
  std::size_t at = after_language(subtags);
  if (at < subtags.size() && is_script(subtags[at])) {
    return is_listed(right_to_left_scripts, subtags[at]) ? Direction::right_to_left : Direction::left_to_right;
  }
  const std::string_view language = at > 1 ? subtags[at - 1] : subtags[0];  // "zh-yue" is "yue"
  if (at < subtags.size() && is_region(subtags[at])) {
    std::string pair{language};
    pair.push_back('-');
    pair.append(subtags[at]);
    if (is_listed(right_to_left_regions, pair)) return Direction::right_to_left;
    if (is_listed(left_to_right_regions, pair)) return Direction::left_to_right;
  }
  return is_listed(right_to_left_languages, language) ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace polku::text
