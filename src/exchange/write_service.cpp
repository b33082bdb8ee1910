// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "exchange/constraints.h"
#include "exchange/write.h"

namespace polku::exchange {

using json::Value;

namespace {

class ServiceWriter {
 public:
  ServiceWriter(Workshop& shop, RuleMaker& rules, const Written& written) : shop_(shop), rules_(rules), written_(written) {}

  Value write() {
    Value languages = Value::array(), questions = Value::object(), pages = Value::array();
    for (const std::string& language : shop_.texts.languages()) languages.push(Value{language});
    for (Asked& asked : shop_.plan.asked) {
      if (!asked.list) questions.add(asked.id, question(asked));
    }
    pages.push(Value::object().with("id", Value{"start"}).with("kind", Value{"start"}));
    for (const PlannedPage& one : shop_.plan.pages) {
      if (!one.items.empty()) pages.push(page(one));
    }
    pages.push(Value::object().with("id", Value{"check"}).with("kind", Value{"check-answers"}));
    pages.push(Value::object().with("id", Value{"done"}).with("kind", Value{"confirmation"}));
    return Value::object()
        .with("$schema", Value{"../../schema/service-1.json"})
        .with("id", Value{shop_.plan.id})
        .with("version", Value{"1.0.0"})
        .with("languages", std::move(languages))
        .with("questions", std::move(questions))
        .with("pages", std::move(pages))
        .with("recipients", recipients());
  }

 private:
  // One office gets everything, but for what the source keeps to itself.
  Value recipients() {
    Value entitled = Value::array(), all = Value::array();
    for (const Asked& asked : shop_.plan.asked) {
      if (!asked.list && asked.kind != "information" && !shop_.plan.kept_back.contains(asked.node)) entitled.push(Value{asked.id});
    }
    all.push(Value::object().with("id", Value{"office"}).with("entitled", std::move(entitled)));
    return all;
  }

  Value question(Asked& asked) {
    Value written = Value::object().with("kind", Value{asked.kind});
    if (asked.sum_of) asked.members.add("calculate", rules_.sum(asked));
    for (const json::Member& member : asked.members.members()) written.add(member.name, member.value);
    const Value& required = written_.required.at(&asked);
    if (asked.is_answer && !is_constant(required, true)) written.add("required", required);
    if (const Value& when = written_.when.at(&asked); !is_constant(when, true)) written.add("when", when);
    if (Value checks = checks_of(asked); !checks.items().empty()) written.add("valid", std::move(checks));
    if (asked.columns.empty()) return written;
    Value columns = Value::object();
    for (Asked* column : asked.columns) columns.add(column->id, question(*column));
    written.add("questions", std::move(columns));
    return written;
  }

  Value checks_of(Asked& asked) {
    Value checks = Value::array();
    const auto add = [&](const std::string& id, Value what) {
      if (!is_constant(what, true)) checks.push(Value::object().with("id", Value{id}).with("rule", std::move(what)));
    };
    if (!asked.is_answer) return checks;
    for (const auto& [id, what] : asked.checks) add(id, what);
    if (!asked.at_most_one.empty()) add("only-one", rules_.at_most_one(asked));
    if (asked.kind == "file" || asked.kind == "list") return checks;
    std::size_t number = 0;
    for (const Facet& facet : asked.node->facets) {
      if (facet.when.empty()) continue;
      Value meets = rules_.meets(asked, facet.schema);
      if (is_constant(meets, true)) continue;
      const std::string id = "case-" + std::to_string(++number);
      asked.words["problem." + id] = shop_.texts.own("problem.not-allowed");
      add(id, either(negation(rules_.all(facet.when)), std::move(meets)));
    }
    return checks;
  }

  Value page(const PlannedPage& planned) {
    Value written = Value::object().with("id", Value{planned.id});
    if (planned.is_list) written.add("kind", Value{"list"});
    if (!planned.section.empty()) written.add("section", Value{planned.section});
    if (const Value& when = written_.pages.at(planned.id); !is_constant(when, true)) written.add("when", when);
    Value ask = Value::array();
    const PlannedGroup* open = nullptr;
    for (const Item& item : planned.items) {
      if (!item.group) {
        ask.push(Value{item.asked->id});
      } else if (item.group == open) {
        ask.items().back().find("ask")->push(Value{item.asked->id});
      } else {
        Value inner = Value::array();
        inner.push(Value{item.asked->id});
        Value group = Value::object().with("group", Value{id_of(*item.group)});
        if (item.group->boxed) group.add("boxed", Value{true});
        group.add("ask", std::move(inner));
        ask.push(std::move(group));
      }
      open = item.group;
    }
    written.add("ask", std::move(ask));
    return written;
  }

  // A group that goes on behind another one is a second group with the same words.
  std::string id_of(const PlannedGroup& group) {
    if (used_.insert(group.id).second) return group.id;
    PlannedGroup again = group;
    again.id = shop_.page_ids.take(group.id);
    again.body.clear();
    shop_.plan.groups.push_back(again);
    used_.insert(again.id);
    return again.id;
  }

  Workshop& shop_;
  RuleMaker& rules_;
  const Written& written_;
  std::set<std::string> used_;
};

}  // namespace

Value write_service(Workshop& shop, RuleMaker& rules, const Written& written) { return ServiceWriter(shop, rules, written).write(); }

}  // namespace polku::exchange
