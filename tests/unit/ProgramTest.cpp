// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What functions of several units do together, on facts made by hand.
#include "checks/facts/Program.h"
#include "checks/facts/LinkedFinding.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace slowpath {
namespace {

facts::Function &addFunction(facts::Unit &Unit, const std::string &Name) {
  if (Unit.files_size() == 0)
    Unit.add_files(Unit.file());
  facts::Function &F = *Unit.add_functions();
  F.set_usr(Name);
  F.set_name(Name);
  return F;
}

facts::Site &addSite(facts::Function &F) {
  facts::Site &Site = *F.add_sites();
  const int Number = F.sites_size() - 1;
  if (Number != 0)
    F.mutable_sites(Number - 1)->add_next(static_cast<unsigned>(Number));
  Site.set_every_call(true);
  return Site;
}

void addCall(facts::Function &F, const std::string &Callee) {
  addSite(F).set_callee(Callee);
}

facts::Site &addApi(facts::Function &F, const std::string &Effect) {
  facts::Site &Site = addSite(F);
  Site.mutable_api()->set_row("row");
  Site.mutable_api()->set_library("library");
  Site.mutable_api()->add_effects(Effect);
  return Site;
}

facts::Unit unitNamed(const std::string &File) {
  facts::Unit Unit;
  Unit.set_file(File);
  return Unit;
}

const ProgramFunction &find(const Program &P, llvm::StringRef Name) {
  for (const ProgramFunction &Function : P.functions())
    if (Function.Fact->name() == Name)
      return Function;
  ADD_FAILURE() << "no function " << Name.str();
  return P.functions().front();
}

TEST(ProgramTest, EffectsReachCallersInOtherUnits) {
  facts::Unit A = unitNamed("a.cpp"), B = unitNamed("b.cpp");
  addCall(addFunction(A, "outer"), "middle");
  addCall(addFunction(B, "middle"), "inner");
  addApi(addFunction(B, "inner"), "db.query");
  for (bool Reversed : {false, true}) {
    Program P;
    P.add(Reversed ? B : A);
    P.add(Reversed ? A : B);
    P.link();
    EXPECT_EQ(P.functions().front().Fact->name(), "outer");
    const FunctionSummary &Outer = find(P, "outer").Summary;
    EXPECT_TRUE(Outer.All.has(Effect::DbQuery));
    ASSERT_EQ(Outer.Calls.size(), 1U);
    EXPECT_EQ(Outer.Calls[0].Path.size(), 3U);
  }
}

TEST(ProgramTest, RecursionEnds) {
  facts::Unit Unit = unitNamed("a.cpp");
  facts::Function &Even = addFunction(Unit, "even");
  addCall(Even, "odd");
  addApi(Even, "db.query");
  addCall(addFunction(Unit, "odd"), "even");
  addCall(addFunction(Unit, "self"), "self");
  Program P;
  P.add(Unit);
  P.link();
  EXPECT_TRUE(find(P, "odd").Summary.All.has(Effect::DbQuery));
  EXPECT_TRUE(find(P, "self").Summary.All.empty());
}

TEST(ProgramTest, WhatIsDoneAgainAfterAFailureIsNotDonePerItem) {
  facts::Unit Unit = unitNamed("a.cpp");
  addCall(addFunction(Unit, "caller"), "exec");
  facts::Function &Exec = addFunction(Unit, "exec");
  addApi(Exec, "db.query").mutable_at()->set_line(7);
  addCall(Exec, "reopen");
  // Its query goes by way of exec, whose own call is on line 7.
  facts::Api &Again =
      *addApi(addFunction(Unit, "reopen"), "db.query").mutable_api();
  Again.set_row("another");
  Again.add_path()->set_line(7);
  Program P;
  P.add(Unit);
  P.link();
  const std::vector<FarCall> Calls = P.callsAt({&find(P, "caller"), 0});
  ASSERT_EQ(Calls.size(), 2U);
  EXPECT_TRUE(happensPerItem(Calls[0]));
  EXPECT_FALSE(happensPerItem(Calls[1]));
}

TEST(ProgramTest, LongWaysAreNotFollowed) {
  facts::Unit Unit = unitNamed("a.cpp");
  addApi(addFunction(Unit, "f0"), "db.query");
  for (unsigned I = 1; I <= Program::MaxPath; ++I)
    addCall(addFunction(Unit, "f" + std::to_string(I)),
            "f" + std::to_string(I - 1));
  Program P;
  P.add(Unit);
  P.link();
  const std::string Last = std::to_string(Program::MaxPath);
  EXPECT_TRUE(find(P, "f" + Last).Summary.Calls.empty());
  EXPECT_EQ(
      find(P, "f" + std::to_string(Program::MaxPath - 1)).Summary.Calls.size(),
      1U);
}

TEST(ProgramTest, VirtualCallsHaveAFewTargets) {
  for (unsigned Count : {1U, Program::MaxTargets, Program::MaxTargets + 1}) {
    facts::Unit Unit = unitNamed("a.cpp");
    addSite(addFunction(Unit, "caller")).set_callee("Base::f");
    Unit.mutable_functions(0)->mutable_sites(0)->set_is_virtual(true);
    for (unsigned I = 0; I != Count; ++I) {
      facts::Function &F = addFunction(Unit, "D" + std::to_string(I) + "::f");
      F.add_overrides("Base::f");
      addApi(F, "db.query");
    }
    Program P;
    P.add(Unit);
    P.link();
    EXPECT_EQ(P.targets({&find(P, "caller"), 0}).size(),
              Count <= Program::MaxTargets ? Count : 0);
  }
}

TEST(ProgramTest, InternalFunctionsOfTwoUnitsAreTwo) {
  facts::Unit A = unitNamed("a.cpp"), B = unitNamed("b.cpp");
  for (facts::Unit *Unit : {&A, &B}) {
    addCall(addFunction(*Unit, Unit->file() + " caller"), "helper");
    addFunction(*Unit, "helper").set_is_internal(true);
  }
  addApi(*A.mutable_functions(1), "db.query");
  Program P;
  P.add(A);
  P.add(B);
  P.link();
  EXPECT_TRUE(find(P, "a.cpp caller").Summary.All.has(Effect::DbQuery));
  EXPECT_TRUE(find(P, "b.cpp caller").Summary.All.empty());
}

TEST(ProgramTest, TransactionsOfCallersAreOpen) {
  facts::Unit Unit = unitNamed("a.cpp");
  addApi(addFunction(Unit, "write"), "db.query");
  facts::Function &With = addFunction(Unit, "with");
  With.set_is_main(true);
  addApi(With, "db.begin");
  addCall(With, "write");
  addApi(With, "db.commit");
  Program Open;
  Open.add(Unit);
  Open.link();
  EXPECT_EQ(Open.transactionAt({&find(Open, "write"), 0}, {}),
            LinkedTransaction::Open);
  EXPECT_TRUE(Open.traits().Beginning.contains("library"));

  // Committed before: nothing is open.
  Unit.mutable_functions(1)->mutable_sites()->SwapElements(1, 2);
  Unit.mutable_functions(1)->mutable_sites(0)->clear_next();
  Unit.mutable_functions(1)->mutable_sites(0)->add_next(1);
  Unit.mutable_functions(1)->mutable_sites(1)->clear_next();
  Unit.mutable_functions(1)->mutable_sites(1)->add_next(2);
  Unit.mutable_functions(1)->mutable_sites(2)->clear_next();
  Program Closed;
  Closed.add(Unit);
  Closed.link();
  EXPECT_EQ(Closed.transactionAt({&find(Closed, "write"), 0}, {}),
            LinkedTransaction::Closed);

  Unit.mutable_functions(1)->set_is_main(false);
  Program Unknown;
  Unknown.add(Unit);
  Unknown.link();
  EXPECT_EQ(Unknown.transactionAt({&find(Unknown, "write"), 0}, {}),
            LinkedTransaction::Unknown);
}

TEST(ProgramTest, DamagedFactsAreTold) {
  facts::Unit Sound = unitNamed("a.cpp");
  facts::Function &F = addFunction(Sound, "f");
  addCall(F, "g");
  F.add_loops();
  F.mutable_sites(0)->set_loop(1);
  EXPECT_TRUE(isConsistent(Sound));
  const auto Breaks = [&](auto Change) {
    facts::Unit Damaged = Sound;
    Change(*Damaged.mutable_functions(0));
    return !isConsistent(Damaged);
  };
  EXPECT_TRUE(Breaks([](facts::Function &X) { X.mutable_at()->set_file(1); }));
  EXPECT_TRUE(
      Breaks([](facts::Function &X) { X.mutable_sites(0)->add_next(1); }));
  EXPECT_TRUE(
      Breaks([](facts::Function &X) { X.mutable_sites(0)->set_loop(2); }));
  EXPECT_TRUE(
      Breaks([](facts::Function &X) { X.mutable_loops(0)->set_parent(1); }));
  EXPECT_TRUE(
      Breaks([](facts::Function &X) { X.mutable_loops(0)->set_parent(7); }));
  EXPECT_TRUE(Breaks([](facts::Function &X) {
    X.mutable_sites(0)->mutable_at()->set_file(~0U);
  }));
}

} // namespace
} // namespace slowpath
