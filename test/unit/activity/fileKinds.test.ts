import assert from 'node:assert/strict';
import { isTest, isTestCode, isUnread, testsIn } from '../../../src/core/activity/fileKinds';

describe('kinds of files', () => {
  const tests = [
    'spec/ledger/split_spec.rb',
    'spec/support/split_spec.rb',
    'test/ledger/test_split.rb',
    'test/split.js',
    'tests/split.rs',
    'src/ledger/tests.rs',
    'pkg/split_test.go',
    'ledger/tests.py',
    'tests/php/ORM/SplitTest.php',
    'src/test/java/SplitIT.java',
    'src/androidTest/java/SplitTest.kt',
    'src/test/java/TestSplit.java',
    'scripts/split-test.sh',
    'tests/split.sh',
  ];
  for (const path of tests) it(`is a test: ${path}`, () => assert.ok(isTestCode(path)));

  const beside = [
    'tests/ledger_service_mocks/network.py',
    'tests/mocks/network.rs',
    'test/__mocks__/network.js',
    'test/test_helper.rb',
    'spec/rails_helper.rb',
    'tests/conftest.py',
    'tests/test_app/App/Model/Table/LedgerTable.php',
    'tests/php/ORM/SplitTest/Ledger.php',
    'src/test/java/LedgerBuilder.java',
    'src/androidTest/java/TestExtensions.kt',
    'src/androidTest/java/TestLedgerFactory.kt',
    'test/support/server.js',
    'ledger/settings/test.py',
    'config/test.js',
    'scripts/prepare-test-database.sh',
    'Tests/Snapshots/LedgerTests.cs',
    'Tests/Fixtures/split.js',
    'scripts/run_tests.sh',
    'e2e/playwright.config.ts',
  ];
  for (const path of beside) {
    it(`is what tests work with: ${path}`, () => assert.deepEqual([isTest(path), isTestCode(path)], [true, false]));
  }

  it('ships helpers for the tests of others as code', () => {
    for (const path of ['lib/ledger/test_helper.rb', 'src/ledger/test_utils.py']) assert.ok(!isTest(path), path);
  });

  it('takes what a bundler wrote for generated, and no module that is called so', () => {
    for (const path of ['dist/app.js', 'packages/a/dist/types/a.d.ts']) assert.ok(isUnread(path), path);
    for (const path of ['src/dist/manifest.rs', 'dist/build.py']) assert.ok(!isUnread(path), path);
  });

  it('takes what a tool keeps for itself as read by no person, and not the settings that people keep beside it', () => {
    const kept = ['.beads/issues.jsonl', 'web/.terraform/modules.json', '.tool/state.db', 'go.sum', 'api/Cargo.lock'];
    for (const path of kept) assert.ok(isUnread(path), path);
    const written = ['.github/workflows/ci.yml', '.cursor/rules/a.mdc', '.vscode/settings.json', 'requirements.txt'];
    for (const path of [...written, 'data/issues.jsonl', 'src/.env']) assert.ok(!isUnread(path), path);
  });

  it('are tests in a folder whose name ends so', () => {
    assert.ok(isTest('store/storetests/boards.go'));
    assert.ok(isTest('src/ledger-tests/split.cc'));
    assert.ok(!isTest('src/ab-tests/split.cc'));
    assert.ok(!isTest('game/contests/board.go'));
  });

  it('are no tests beside tests that have the name of one', () => {
    const named = 'web/e2e/tests/sign-in.spec.ts';
    assert.deepEqual(testsIn(['web/e2e/setup/accounts.ts', named, 'api/test/split.js']), [named, 'api/test/split.js']);
  });
});
