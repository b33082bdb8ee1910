// SPDX-License-Identifier: EUPL-1.2
// A provider that plays along, and one that does not.
#include "host/server/sign_in.h"

#include "digest/digest.h"
#include "host/server/base64.h"
#include "host/server/look_ups.h"
#include "host/server/officials.h"
#include "testbed.h"

namespace polku::server {
namespace {

std::string header_of(const Reply& reply, const std::string& name, const std::string& start = "") {
  for (const auto& [key, value] : reply.headers) {
    if (key == name && value.rfind(start, 0) == 0) return value;
  }
  return {};
}

std::string cookie_of(const Reply& reply, const std::string& name) {
  const auto words = header_of(reply, "Set-Cookie", name + "=");
  return words.substr(0, words.find(';'));
}

std::string parameter_of(const std::string& address, const std::string& name) {
  auto at = address.find("&" + name + "=");
  if (at == std::string::npos) return {};
  at += name.size() + 2;
  return address.substr(at, address.find('&', at) - at);
}

// What the provider says and does.
struct Manner {
  std::string issuer = "https://login.example", audience = R"("polku")", nonce = {}, state = {}, query = "code=c0de", more = {};
  std::int64_t seconds = 300;
  int status = 200;
  bool is_token = true;
};

struct SignInBed : Testbed {
  Manner manner;
  std::vector<delivery::Request> asked;
  std::vector<delivery::Source> sources = read();
  SignIn sign_in{sources,
                 *storage,
                 [this](const delivery::Request& request, std::int64_t) { return answer(request); },
                 {.hosts = {"koivuranta.example"}, .now = [this] { return now; }}};
  LookUps look_ups{sources, {}, "0123456789abcdef0123456789abcdef", [this] { return today; }};

  static std::vector<delivery::Source> read() {
    problem::Problems problems;
    const auto list = json::read(
        R"([{"id": "identity", "signIn": {"issuer": "https://login.example", "authorization": "https://login.example/auth", "token": "https://login.example/token",
        "client": "polku", "secret": "login", "scope": "openid profile"}, "result": {"name": "/name"}}])");
    auto sources = delivery::read_sources(*list.value, problems, "/sources", "site.json");
    EXPECT_TRUE(problems.empty());
    return sources;
  }

  Performed answer(const delivery::Request& request) {
    asked.push_back(request);
    const auto claims = "{\"iss\": \"" + manner.issuer + "\", \"aud\": " + manner.audience + ", \"exp\": " + std::to_string(now + manner.seconds) +
                        ", \"nonce\": \"" + manner.nonce + "\", \"name\": \"Aino\"" + manner.more + "}";
    const auto token = manner.is_token ? "e30." + to_base64_url(claims) + ".c2ln" : "no token";
    return {.how = Performed::How::answered, .status = manner.status, .headers = {}, .body = R"({"id_token": ")" + token + "\"}"};
  }

  SignInRequest request(const std::string& path, const std::string& cookie = {}) const {
    SignInRequest made{.method = "GET", .path = path, .query = {}, .host = "koivuranta.example", .origin = {}, .referer = {}, .cookie = cookie};
    made.over_tls = true;
    return made;
  }

  // There and back; the cookies the browser holds then.
  std::string go_through(const std::string& to = "/permit/#who") {
    auto leaving = request("/sign-in/identity");
    leaving.query["to"] = to;
    const auto left = sign_in.handle(leaving);
    const auto address = header_of(left, "Location");
    if (manner.nonce.empty()) manner.nonce = parameter_of(address, "nonce");
    auto coming = request("/sign-in/identity/return", cookie_of(left, "polku_sign_in_identity"));
    coming.query["state"] = manner.state.empty() ? parameter_of(address, "state") : manner.state;
    const auto equals = manner.query.find('=');
    coming.query[manner.query.substr(0, equals)] = manner.query.substr(equals + 1);
    back = sign_in.handle(coming);
    return cookie_of(back, "polku_person_identity") + "; " + cookie_of(back, "polku_sign_in_failed_identity");
  }
  Reply back;

  Reply look_up(const std::string& cookies, const std::string& origin = {}) {
    auto asking = request("/api/look-ups/identity", cookies);
    asking.origin = origin;
    return look_ups.answer("identity", "{}", sign_in.find_person("identity", asking));
  }
};

TEST(SignIn, SendsPeopleToTheProviderWithWhatItNeedsAndNothingElse) {
  SignInBed bed;
  const auto reply = bed.sign_in.handle(bed.request("/sign-in/identity"));
  EXPECT_EQ(reply.status, 303);
  const auto address = header_of(reply, "Location");
  EXPECT_EQ(address.rfind("https://login.example/auth?response_type=code&client_id=polku&redirect_uri=https%3A%2F%2Fkoivuranta.example%2Fsign-in%2F", 0), 0u);
  EXPECT_EQ(parameter_of(address, "scope"), "openid%20profile");
  EXPECT_EQ(parameter_of(address, "code_challenge_method"), "S256");
  EXPECT_EQ(parameter_of(address, "code_challenge").size(), 43u);
  const auto cookie = header_of(reply, "Set-Cookie");
  for (const char* const part : {"HttpOnly", "SameSite=Lax", "Secure", "Max-Age=600"}) EXPECT_NE(cookie.find(part), std::string::npos) << part;
}

TEST(SignIn, WhoCameBackIsKnownForHalfAnHour) {
  SignInBed bed;
  const auto cookies = bed.go_through();
  EXPECT_EQ(bed.back.status, 303);
  EXPECT_EQ(header_of(bed.back, "Location"), "/permit/#who");
  ASSERT_EQ(bed.asked.size(), 1u);
  EXPECT_EQ(bed.asked[0].url, "https://login.example/token");
  EXPECT_EQ(bed.asked[0].authentication.user, "polku");
  EXPECT_EQ(bed.asked[0].authentication.secret, "login");
  const auto known = bed.look_up(cookies);
  EXPECT_EQ(known.status, 200);
  const auto answer = *json::read(known.body).value;
  const auto fact = json::Value::object()
                        .with("source", json::Value{"identity"})
                        .with("request", json::Value::object())
                        .with("result", *answer.find("result"))
                        .with("at", *answer.find("at"))
                        .with("proof", *answer.find("proof"));
  EXPECT_EQ(answer.find("result")->find_string("name"), "Aino");
  EXPECT_TRUE(bed.look_ups.gave(fact));
  bed.now += 30 * 60;
  EXPECT_EQ(bed.look_up(cookies).status, 401);
}

// RFC 7636, 4.6: the verifier at the token endpoint is what the challenge was made of.
TEST(SignIn, TheVerifierFitsTheChallenge) {
  SignInBed bed;
  const auto left = bed.sign_in.handle(bed.request("/sign-in/identity"));
  const auto address = header_of(left, "Location");
  bed.manner.nonce = parameter_of(address, "nonce");
  auto coming = bed.request("/sign-in/identity/return", cookie_of(left, "polku_sign_in_identity"));
  coming.query = {{"state", parameter_of(address, "state")}, {"code", "c0de"}};
  bed.sign_in.handle(coming);
  ASSERT_EQ(bed.asked.size(), 1u);
  const auto hash = digest::sha256(parameter_of(bed.asked[0].body, "code_verifier"));
  EXPECT_EQ(to_base64_url(std::string{hash.begin(), hash.end()}), parameter_of(address, "code_challenge"));
}

struct Misbehaviour {
  const char* what;
  Manner manner;
};

TEST(SignIn, AProviderThatMisbehavesMakesNobodyKnown) {
  const std::vector<Misbehaviour> all = {
      {"another state", {.state = std::string(64, 'a')}},
      {"another nonce", {.nonce = std::string(64, 'b')}},
      {"an expired token", {.seconds = 0}},
      {"another audience", {.audience = R"("somebody")"}},
      {"several audiences, for none of them in particular", {.audience = R"(["polku", "somebody"])"}},
      {"made for another party", {.more = R"(, "azp": "somebody")"}},
      {"another issuer", {.issuer = "https://login.example.evil"}},
      {"the token endpoint is out of order", {.status = 500}},
      {"what comes is no token", {.is_token = false}},
      {"the person said no", {.query = "error=access_denied"}},
  };
  for (const auto& [what, manner] : all) {
    SignInBed bed;
    bed.manner = manner;
    const auto cookies = bed.go_through();
    EXPECT_EQ(bed.back.status, 303) << what;
    EXPECT_EQ(header_of(bed.back, "Location"), "/permit/#who") << what;
    EXPECT_EQ(cookie_of(bed.back, "polku_person_identity"), "") << what;
    EXPECT_EQ(bed.look_up(cookies).status, 502) << what;
    EXPECT_EQ(bed.look_up("").status, 401) << what;
  }
}

TEST(SignIn, ATokenForSeveralThatNamesUsIsTaken) {
  SignInBed bed;
  bed.manner.audience = R"(["polku", "somebody"])";
  bed.manner.more = R"(, "azp": "polku")";
  EXPECT_EQ(bed.look_up(bed.go_through()).status, 200);
}

TEST(SignIn, NobodyIsSentToAnotherHost) {
  const std::vector<std::pair<std::string, std::string>> table = {{"/permit/#who", "/permit/#who"},
                                                                  {"/permit?language=fi", "/permit?language=fi"},
                                                                  {"//evil.example", "/"},
                                                                  {"/\\evil.example", "/"},
                                                                  {"https://evil.example", "/"},
                                                                  {"/\t/evil.example", "/"},
                                                                  {"evil", "/"},
                                                                  {"", "/"},
                                                                  {"javascript:alert(1)", "/"},
                                                                  {"/a\r\nSet-Cookie: b=c", "/"},
                                                                  {"/" + std::string(2000, 'a'), "/"}};
  for (const auto& [wanted, given] : table) {
    EXPECT_EQ(safe_path(wanted), given) << wanted;
    SignInBed bed;
    bed.go_through(wanted);
    EXPECT_EQ(header_of(bed.back, "Location"), given) << wanted;
  }
}

TEST(SignIn, AnotherOriginLearnsOfNobodyAndAnotherHostIsNotServed) {
  SignInBed bed;
  const auto cookies = bed.go_through();
  EXPECT_EQ(bed.look_up(cookies, "https://koivuranta.example").status, 200);
  for (const char* const origin : {"https://evil.example", "http://koivuranta.example", "https://www.koivuranta.example", "null"}) {
    EXPECT_EQ(bed.look_up(cookies, origin).status, 401) << origin;
  }
  auto elsewhere = bed.request("/sign-in/identity");
  elsewhere.host = "evil.example";
  EXPECT_EQ(bed.sign_in.handle(elsewhere).status, 421);
}

TEST(SignIn, WhoSignsOutIsForgotten) {
  SignInBed bed;
  const auto cookies = bed.go_through();
  auto out = bed.request("/sign-in/identity/out", cookies);
  out.method = "POST";
  out.origin = "https://evil.example";
  EXPECT_EQ(bed.sign_in.handle(out).status, 403);
  EXPECT_EQ(bed.look_up(cookies).status, 200);
  out.origin.clear();
  EXPECT_EQ(bed.sign_in.handle(out).status, 204);
  EXPECT_EQ(bed.look_up(cookies).status, 401);
}

TEST(SignIn, AProviderOverPlainHttpIsRefusedUnlessItIsThisMachine) {
  const std::vector<std::pair<std::string, bool>> table = {{"https://login.example/token", true},      {"http://127.0.0.1:8090/token", true},
                                                           {"http://localhost/token", true},           {"http://login.example/token", false},
                                                           {"http://127.0.0.1.evil.example/t", false}, {"http://localhost:1@evil.example/t", false}};
  for (const auto& [address, is_taken] : table) {
    problem::Problems problems;
    const auto list = json::read(R"([{"id": "identity", "signIn": {"issuer": "i", "authorization": "https://login.example/auth", "token": ")" + address +
                                 R"(", "client": "polku", "secret": "login"}, "result": {"name": "/name"}}])");
    delivery::read_sources(*list.value, problems, "/sources", "site.json");
    EXPECT_EQ(problems.empty(), is_taken) << address;
  }
}

}  // namespace
}  // namespace polku::server
