// SPDX-License-Identifier: EUPL-1.2
// How a payment provider is described, asked and understood, as tables: providers.json.
#include "delivery/payment.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "json/reader.h"
#include "json/writer.h"

namespace polku::delivery {
namespace {

using json::Value;

const Value& providers() {
  static const Value read = [] {
    std::ifstream file{std::string{POLKU_SOURCE_DIR} + "/tests/delivery/providers.json"};
    std::stringstream bytes;
    bytes << file.rdbuf();
    return *json::read(bytes.str()).value;
  }();
  return read;
}

std::string text(const Value& value, std::string_view name) { return std::string{value.find_string(name).value_or("")}; }

PaymentProvider good() {
  problem::Problems problems;
  return read_payment_provider(*providers().find("good"), problems, {}, {}).value_or(PaymentProvider{});
}

TEST(payment_providers, a_description_is_right_or_its_problems_have_a_place) {
  for (const auto& one : providers().find("descriptions")->items()) {
    Value description = Value::object();
    const auto& change = *one.find("change");
    for (const auto& [name, value] : providers().find("good")->members()) {
      if (!change.find(name)) description.add(name, value);
    }
    for (const auto& [name, value] : change.members()) {
      if (!value.is_null()) description.add(name, value);
    }
    problem::Problems problems;
    const auto provider = read_payment_provider(description, problems, {}, "site.json");
    std::vector<std::string> said, expected;
    for (const auto& problem : problems) said.push_back(std::string{problem::name_of(problem.code)} + " " + problem.pointer);
    for (const auto& item : one.find("problems")->items()) expected.push_back(item.string());
    EXPECT_EQ(said, expected) << text(one, "name");
    EXPECT_EQ(provider.has_value(), expected.empty()) << text(one, "name");
  }
}

TEST(payment_providers, an_amount_is_told_in_the_smallest_unit_of_its_currency) {
  for (const auto& one : providers().find("amounts")->items()) {
    problem::Problems problems;
    Asking asking;
    asking.amount = text(one, "amount");
    asking.currency = text(one, "currency");
    asking.key = "k";
    const auto request = make_payment(good(), asking, problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(*json::read(request.body).value->find("amount"), *one.find("cents")) << asking.amount;
    EXPECT_EQ(request.headers.back(), (std::pair<std::string, std::string>{"Idempotency-Key", "k"}));
  }
}

TEST(payment_providers, a_payment_is_begun_only_when_there_is_a_safe_address_to_go_to) {
  for (const auto& one : providers().find("begun")->items()) {
    const auto begun = read_begun(good(), static_cast<int>(*one.find("status")->number().to_integer()), json::write(*one.find("body")));
    EXPECT_EQ(begun ? begun->id : "", text(one, "id")) << text(one, "name");
    EXPECT_EQ(begun ? begun->address : "", text(one, "address")) << text(one, "name");
  }
}

TEST(payment_providers, only_the_providers_own_word_says_that_something_is_paid) {
  constexpr const char* names[] = {"pending", "paid", "failed", "unknown"};
  for (const auto& one : providers().find("standings")->items()) {
    const auto standing = read_standing(good(), static_cast<int>(*one.find("status")->number().to_integer()), json::write(*one.find("body")));
    EXPECT_EQ(names[static_cast<std::size_t>(standing)], text(one, "standing")) << text(one, "name");
  }
}

TEST(payment_providers, what_a_payment_is_called_cannot_leave_its_place_in_the_address) {
  EXPECT_EQ(make_inquiry(good(), "../refunds?x=").url, "https://pay.example/v1/payments/..%2Frefunds%3Fx%3D");
}

}  // namespace
}  // namespace polku::delivery
