#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using Numbers = std::vector<int>;

// What was there before would be reversed, too.
void filledBad(Numbers &result, const Numbers &items) {
  for (int item : items)
    result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result' // want-advice: front.push_back(item);  // Numbers front, before the loop // want-advice: result.insert(result.begin(), front.rbegin(), front.rend());
}

// The lambda may run again.
Numbers lambdaBad(const Numbers &items) {
  Numbers result;
  const auto add = [&result](const Numbers &more) {
    for (int item : more)
      result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result'
  };
  add(items);
  add(items);
  return result;
}

struct Stack : Numbers {
  Stack() { push_back(0); }
};

// The constructor adds an element.
Stack derivedBad(const Numbers &items) {
  Stack result;
  for (int item : items)
    result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result'
  return result;
}

// An early exit sees them in the other order.
Numbers returnBad(const Numbers &items) {
  Numbers result;
  for (int item : items) {
    if (item < 0)
      return result;
    result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result'
  }
  return {};
}

Numbers caughtBad(const Numbers &items, int (*check)(int)) {
  Numbers result;
  try {
    for (int item : items)
      result.insert(result.begin(), check(item)); // want[advice]: inserting at the front moves all elements of 'result'
  } catch (int) {
  }
  return result;
}

// Its own elements, its own size.
Numbers ownElementBad(const Numbers &items) {
  Numbers result = {1};
  for (int item : items)
    result.insert(result.begin(), result.back() + item); // want[advice]: inserting at the front moves all elements of 'result'
  return result;
}

Numbers ownSizeBad(const Numbers &items) {
  Numbers result;
  for (int item : items)
    result.insert(result.begin(), item + int(result.size())); // want[advice]: inserting at the front moves all elements of 'result'
  return result;
}

// The iterator is used.
int iteratorBad(const Numbers &items) {
  Numbers result;
  int sum = 0;
  for (int item : items) {
    auto at = result.insert(result.begin(), item); // want[advice]: inserting at the front moves all elements of 'result'
    sum += *at;
  }
  return sum;
}

// A range keeps its order.
void rangeBad(Numbers &result, const std::vector<Numbers> &rows) {
  for (const Numbers &row : rows)
    result.insert(result.begin(), row.begin(), row.end()); // want[advice]: inserting at the front moves all elements of 'result' // want-advice: result.insert(result.begin(), row.begin(), row.end());  // with result declared as std::deque
}

// Words keep theirs.
void wordsBad(std::string &text, const std::vector<std::string> &words) {
  for (const std::string &word : words)
    text.insert(0, word); // want[advice]: inserting at the front moves all elements of 'text' // want-advice: parts.push_back(word);  // std::vector<std::string> parts, before the loop // want-advice: text = front + text;
}
