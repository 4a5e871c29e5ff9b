// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// args: -isystem /usr/lib/llvm-22/include
#include <algorithm>
#include <utility>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/bind/bind.hpp>
#include <boost/function.hpp>
#include <boost/mem_fn.hpp>
#include <boost/range/adaptor/transformed.hpp>
#include <boost/range/algorithm/for_each.hpp>
#include <boost/range/algorithm_ext/for_each.hpp>
#include <boost/ref.hpp>
#include <boost/signals2.hpp>
#include <functional>
#include <llvm/ADT/STLExtras.h>
#include <numeric>
#include <ranges>
#include <vector>

using Numbers = std::vector<int>;

bool isOdd(int);
int twice(int);
int next();
bool less(int, int);
bool same(int, int);
int sum(int, int);

void visiting(Numbers &From, Numbers &To) {
  std::for_each(From.begin(), From.end(), twice);
  std::for_each_n(From.begin(), 3, twice);
  std::transform(From.begin(), From.end(), To.begin(), twice);
  std::transform(From.begin(), From.end(), From.begin(), To.begin(), sum);
  std::copy(From.begin(), From.end(), std::back_inserter(To));
  std::generate(From.begin(), From.end(), next);
  std::generate_n(From.begin(), 3, next);
  std::ranges::for_each(From, twice);
  std::ranges::for_each_n(From.begin(), 3, twice);
  std::ranges::transform(From, To.begin(), twice);
  std::ranges::transform(From.begin(), From.end(), To.begin(), twice);
  std::ranges::copy(From, To.begin());
  std::ranges::generate(From, next);
  std::ranges::generate_n(From.begin(), 3, next);
  boost::for_each(From, twice);
  boost::range::for_each(From, To, sum);
  llvm::for_each(From, twice);
}

void folding(const Numbers &From, Numbers &To) {
  std::accumulate(From.begin(), From.end(), 0, sum);
  std::reduce(From.begin(), From.end(), 0, sum);
  std::transform_reduce(From.begin(), From.end(), 0, sum, twice);
  std::inner_product(From.begin(), From.end(), To.begin(), 0, sum, sum);
  std::inclusive_scan(From.begin(), From.end(), To.begin(), sum);
  std::exclusive_scan(From.begin(), From.end(), To.begin(), 0, sum);
  std::partial_sum(From.begin(), From.end(), To.begin(), sum);
}

void asking(const Numbers &From, const Numbers &To) {
  std::find_if(From.begin(), From.end(), isOdd);
  std::find_if_not(From.begin(), From.end(), isOdd);
  std::any_of(From.begin(), From.end(), isOdd);
  std::all_of(From.begin(), From.end(), isOdd);
  std::none_of(From.begin(), From.end(), isOdd);
  std::count_if(From.begin(), From.end(), isOdd);
  std::adjacent_find(From.begin(), From.end(), same);
  std::search(From.begin(), From.end(), To.begin(), To.end(), same);
  std::equal(From.begin(), From.end(), To.begin(), same);
  std::mismatch(From.begin(), From.end(), To.begin(), same);
  std::is_sorted(From.begin(), From.end(), less);
  std::lower_bound(From.begin(), From.end(), 1, less);
  std::upper_bound(From.begin(), From.end(), 1, less);
  std::partition_point(From.begin(), From.end(), isOdd);
  std::min_element(From.begin(), From.end(), less);
  std::max_element(From.begin(), From.end(), less);
  std::minmax_element(From.begin(), From.end(), less);
  std::ranges::find_if(From, isOdd);
  std::ranges::find_if_not(From, isOdd);
  std::ranges::any_of(From, isOdd);
  std::ranges::all_of(From, isOdd);
  std::ranges::none_of(From, isOdd);
  std::ranges::count_if(From, isOdd);
  std::ranges::partition_point(From, isOdd);
  std::ranges::adjacent_find(From, same);
  std::ranges::search(From, To, same);
  std::ranges::equal(From, To, same);
  std::ranges::mismatch(From, To, same);
  std::ranges::is_sorted(From, less);
  std::ranges::lower_bound(From, 1, less);
  std::ranges::upper_bound(From, 1, less);
  std::ranges::min_element(From, less);
  std::ranges::max_element(From, less);
  std::ranges::minmax_element(From, less);
}

void copying(const Numbers &From, Numbers &To, Numbers &Others) {
  std::copy_if(From.begin(), From.end(), To.begin(), isOdd);
  std::remove_copy_if(From.begin(), From.end(), To.begin(), isOdd);
  std::replace_copy_if(From.begin(), From.end(), To.begin(), isOdd, 1);
  std::partition_copy(From.begin(), From.end(), To.begin(), Others.begin(),
                      isOdd);
  std::ranges::copy_if(From, To.begin(), isOdd);
  std::ranges::remove_copy_if(From, To.begin(), isOdd);
  std::ranges::replace_copy_if(From, To.begin(), isOdd, 1);
  std::ranges::partition_copy(From, To.begin(), Others.begin(), isOdd);
}

void changing(Numbers &From) {
  std::remove_if(From.begin(), From.end(), isOdd);
  std::replace_if(From.begin(), From.end(), isOdd, 1);
  std::partition(From.begin(), From.end(), isOdd);
  std::stable_partition(From.begin(), From.end(), isOdd);
  std::sort(From.begin(), From.end(), less);
  std::stable_sort(From.begin(), From.end(), less);
  std::unique(From.begin(), From.end(), same);
  std::ranges::remove_if(From, isOdd);
  std::ranges::replace_if(From, isOdd, 1);
  std::ranges::partition(From, isOdd);
  std::ranges::stable_partition(From, isOdd);
  std::ranges::sort(From, less);
  std::ranges::stable_sort(From, less);
  std::ranges::unique(From, same);
  std::nth_element(From.begin(), From.begin() + 1, From.end(), less);
  std::partial_sort(From.begin(), From.begin() + 1, From.end(), less);
  std::ranges::nth_element(From, From.begin() + 1, less);
  std::ranges::partial_sort(From, From.begin() + 1, less);
  std::erase_if(From, isOdd);
}

void viewing(Numbers &From) {
  std::views::transform(From, twice);
  std::views::filter(From, isOdd);
  std::views::take_while(From, isOdd);
  std::views::drop_while(From, isOdd);
  boost::adaptors::transform(From, twice);
}

struct Item {
  int value() const;
};

void binding(boost::signals2::signal<int(int)> &Signal) {
  Signal.connect(twice);
}

void wrapping(std::function<int(int)> &Function) {
  std::ref(Function);
  std::cref(Function);
  std::move(Function);
  std::mem_fn(&Item::value);
  std::bind(twice, 1);
  std::bind_front(sum, 1);
  std::not_fn(isOdd);
  std::function<int(int)> Wrapped(twice);
  boost::ref(Function);
  boost::mem_fn(&Item::value);
  boost::bind(twice, 1);
  boost::beast::bind_front_handler(twice, 1);
  boost::function<int(int)> WrappedToo(twice);
}
