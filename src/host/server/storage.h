// SPDX-License-Identifier: EUPL-1.2
// What the server keeps, behind one interface, so that any number of servers can stand before one database. SQLite is embedded (storage_sqlite.cpp).
//
//   auto storage = open_sqlite("data/polku.sqlite");       // nullptr: it cannot be opened, the reason is in the log
//   storage->keep(submission, deliveries)                  // one transaction; when it says kept, it is on the disk
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace polku::server {

struct Submission {
  std::string reference, key;  // each unique
  std::string body_hash;       // SHA-256 of the body's canonical form
  std::string service, version, definition_hash, site, language;
  std::string submitted_on;  // the citizen's day
  std::string received_at;   // RFC 3339, UTC
  std::string body;          // as it came, byte for byte
};

struct Delivery {
  std::string reference, recipient;  // together unique
  std::string connector;             // empty: kept for the officials' page only
  std::string key;                   // this recipient's own
  std::string body, record_html, record_text;
  std::string stage;  // delivery::outbox, or "kept"
  int tries = 0;
  std::int64_t due_at = 0;  // Unix seconds; in flight: until when this server has it for itself
  std::string their_reference, their_status, problem;
  std::string created_at;
};

// Of a submission for which money is asked (payments.h). Its deliveries wait at `awaiting_payment` until it is paid.
struct Payment {
  std::string reference;
  std::string token;             // 64 hexadecimal digits: the only name of its page
  std::string amount, currency;  // "120.00", "EUR"
  std::string stage;             // "due", "creating", "begun", "failed", "paid"
  int tries = 0;                 // counts every change of stage and every question to the provider
  std::int64_t due_at = 0;       // Unix seconds; creating: until when this server has it for itself; begun: when the provider is asked next
  std::string provider_id = {}, address = {};
  std::string paid_at = {};  // RFC 3339, UTC
};
inline constexpr const char* awaiting_payment = "awaiting-payment";

// Another person, who has to answer to a submission in a service of their own (invitations.h). Its deliveries wait at `awaiting_answer` meanwhile.
struct Invitation {
  std::string reference, recipient;  // together unique
  std::string token;                 // 64 hexadecimal digits: the only name of its page
  std::string service;               // where they answer
  std::string stage = "open";        // "open", "over": nobody answered in time, "answered": once
  std::int64_t until = 0;            // Unix seconds
  std::string answer = {};           // reference of what they submitted
  std::string answered_at = {};      // RFC 3339, UTC
};
inline constexpr const char* awaiting_answer = "awaiting-answer";
inline constexpr const char* invited_stage = "invited";  // of the delivery that an invitation shows

struct Definition {
  std::string hash, service, version, body;
};
struct Catalog {
  std::string service, language, hash, body;
};

// Whom an identity provider said a citizen is: by the hash of what is in their cookie.
struct KeptPerson {
  std::string hash, source, claims;
  std::int64_t until = 0;
};

struct ListedSubmission {
  std::int64_t number = 0;  // where to read on
  std::string reference, service, version, language, received_at, stage;
};

// What a waiting delivery said, and says now.
struct Amended {
  std::string reference, recipient, before, after;
};

// What is kept together with a submission, or not at all.
struct Beside {
  const Payment* payment = nullptr;
  std::vector<Invitation> invitations = {};  // that it makes
  // The one it answers to, and what the deliveries that waited for it say now.
  const Invitation* answered = nullptr;
  std::vector<Amended> amended = {};
  std::int64_t now = 0;
};

enum class Kept : std::uint8_t { kept, key_exists, reference_exists, already_answered, failed };

class Storage {
 public:
  virtual ~Storage() = default;
  Storage() = default;
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;

  virtual bool is_well() = 0;

  // All or nothing, durable when it returns `kept`.
  virtual Kept keep(const Submission& submission, const std::vector<Delivery>& deliveries, const Beside& beside = {}) = 0;
  enum class Found : std::uint8_t { found, nothing, failed };
  virtual Found find_by_key(const std::string& key, Submission& into) = 0;
  virtual Found find_by_reference(const std::string& reference, Submission& into) = 0;
  // Newest first, those before `before` (0: from the newest).
  virtual std::vector<ListedSubmission> list(std::size_t count, std::int64_t before) = 0;
  virtual std::int64_t count_submissions() = 0;
  virtual std::vector<Delivery> deliveries_of(const std::string& reference) = 0;

  // A delivery that is due and not final; `stages` are the outbox's words for that.
  virtual std::optional<Delivery> next_due(std::int64_t now) = 0;
  // Compare-and-set on stage and tries: false when another server was quicker.
  virtual bool update_delivery(const Delivery& now, const std::string& stage_before, int tries_before) = 0;

  virtual std::optional<Payment> find_payment(const std::string& token) = 0;
  virtual std::optional<Payment> payment_of(const std::string& reference) = 0;
  virtual std::optional<Payment> next_payment_due(std::int64_t now) = 0;
  // Compare-and-set on what it was: false when another server, or another tab, was quicker.
  virtual bool update_payment(const Payment& now, const Payment& before) = 0;
  // The same, with what its waiting deliveries say now; those that wait for nothing else go on their way. One transaction; false too when one of them is not
  // what it was.
  virtual bool settle_payment(const Payment& paid, const Payment& before, const std::vector<Amended>& deliveries, std::int64_t now) = 0;

  virtual std::optional<Invitation> find_invitation(const std::string& token) = 0;
  virtual std::vector<Invitation> invitations_of(const std::string& reference) = 0;
  virtual std::optional<Invitation> invitation_answered_by(const std::string& reference) = 0;
  // Open, and the time to answer is over.
  virtual std::optional<Invitation> next_invitation_due(std::int64_t now) = 0;
  // As settle_payment().
  virtual bool settle_invitation(const Invitation& now_is, const Invitation& before, const std::vector<Amended>& deliveries, std::int64_t now) = 0;

  virtual bool keep_definition(const Definition& definition) = 0;
  virtual std::optional<Definition> find_definition(const std::string& hash) = 0;
  virtual bool keep_catalog(const Catalog& catalog) = 0;
  // Newest first.
  virtual std::vector<Catalog> catalogs_of(const std::string& service, const std::string& language) = 0;

  // Officials' sessions, by the hash of what is in the cookie.
  virtual bool keep_session(const std::string& hash, std::int64_t until) = 0;
  virtual bool has_session(const std::string& hash, std::int64_t now) = 0;
  virtual void forget_session(const std::string& hash, std::int64_t now) = 0;

  // Citizens who have proved who they are. Each call deletes whose time is over.
  virtual bool keep_person(const KeptPerson& person, std::int64_t now) = 0;
  virtual std::optional<std::string> find_person(const std::string& hash, const std::string& source, std::int64_t now) = 0;
  virtual void forget_person(const std::string& hash, std::int64_t now) = 0;
  virtual void forget_persons_with(const std::string& source, const std::string& claims) = 0;
};

std::unique_ptr<Storage> open_sqlite(const std::string& file);

}  // namespace polku::server
