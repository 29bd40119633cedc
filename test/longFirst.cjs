/**
 * The order of test files: the long ones first, so that no core is idle while the last of them runs. Jest itself begins with
 * the largest files, and the longest here are a few lines that start whole programs. Seconds as seen on two cores.
 */
const seconds = {
  'integration/phones/replay': 37,
  'integration/phones/replayKilled': 30,
  'integration/phones/outage': 38,
  'integration/phones/replayDropped': 22,
  'integration/faults/kills': 30,
  'integration/faults/killsOwn': 30,
  'integration/handoffs/liveThreadsPlanted': 39,
  'integration/handoffs/everyWrite': 26,
  'integration/store/faults': 25,
  'integration/phones/takenOver': 23,
  'integration/edge/dangerFirst': 22,
  'integration/faults/flood': 17,
  'integration/privacy/year': 15,
  'integration/faults/bench': 15,
  'integration/faults/hostile': 13,
  'integration/work/introductions': 12,
  'integration/faults/silence': 11,
  'integration/work/alarm': 11,
  'integration/handoffs/liveThreads': 11,
  'integration/handoffs/twoProcesses': 10,
  'e2e/staff/team': 47,
  'e2e/staff/staffPages': 43,
  'e2e/staff/people': 42,
  'e2e/webchat/chatPage': 40,
  'e2e/journey/wholeIntake': 39,
  'e2e/staff/consoleLooks': 33,
  'e2e/webchat/holds': 30,
  'e2e/webchat/plainForms': 27,
  'e2e/journey/sharing': 23,
  'e2e/staff/console': 23,
  'e2e/journey/leavingTwo': 22,
  'e2e/phoneTalk': 20,
  'e2e/network/partnerPage': 20,
  'e2e/webchat/webchat': 20,
  'e2e/phonePage': 17,
  'unit/understanding/deep/floors': 37,
  'unit/contact/neverUnsafe': 17,
  'unit/safety/spoilt': 15,
  'contracts/webchat/directLine': 13,
  'unit/engine/dangerPaths': 10,
  'unit/inbox/asides': 10,
  'unit/ground/newcomer': 10,
  'unit/sharing/promises': 9,
  'contracts/azure/handoffs': 9,
  'unit/understanding/floors': 8,
  'unit/sharing/oneValue': 8,
};

const secondsOf = ({ path }) => {
  const name = /[/\\]test[/\\](.+)[.]test[.]ts$/.exec(path)?.[1]?.replaceAll('\\', '/') ?? '';
  return seconds[name] ?? 0;
};

/** What jest asks of a sequencer. */
module.exports = class LongFirst {
  sort(tests) {
    return [...tests].sort((a, b) => secondsOf(b) - secondsOf(a) || (a.path < b.path ? -1 : 1));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
};
