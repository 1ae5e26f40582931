import assert from "node:assert/strict";
import { test } from "node:test";
import { type Around, type Facts, Live, type News, type Polled } from "./live.ts";

/** A town without a browser: sockets that we answer ourselves and a clock that we turn. */
class Town implements Around {
  sockets: FakeSocket[] = [];
  polls: { topics: string; have: string }[] = [];
  answer: () => Promise<{ etag: string; body: Polled } | null> = () =>
    Promise.reject(new Error("nobody there"));
  isHidden = false;
  chance = 1;
  private clock = 0;
  private due: { at: number; act: () => void }[] = [];
  private kept = new Map<string, string>();
  keep = {
    getItem: (key: string) => this.kept.get(key) ?? null,
    setItem: (key: string, value: string) => void this.kept.set(key, value),
    removeItem: (key: string) => void this.kept.delete(key),
  };

  socket() {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket;
  }
  poll(topics: string, have: string) {
    this.polls.push({ topics, have });
    return this.answer();
  }
  later(act: () => void, ms: number) {
    const entry = { at: this.clock + ms, act };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter((other) => other !== entry);
    };
  }
  random = () => this.chance;
  now = () => new Date(this.clock);
  hidden = () => this.isHidden;

  /** Turn the clock; whatever falls due happens in order. */
  async pass(ms: number) {
    const end = this.clock + ms;
    for (;;) {
      const next = this.due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.due = this.due.filter((entry) => entry !== next);
      this.clock = next.at;
      next.act();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
    this.clock = end;
  }
  get newest(): FakeSocket {
    const socket = this.sockets.at(-1);
    assert.ok(socket, "a socket was opened");
    return socket;
  }
}

class FakeSocket {
  sent: Facts[] = [];
  closed = false;
  onopen = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  say(frame: Facts) {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }
  hello(epoch = "one") {
    this.say({ t: "hello", epoch, beat: 25, tick: 250 });
  }
  snap(v: number, data: Facts = {}, topic = "proposal.34") {
    this.say({ t: "snap", topic, v, data });
  }
  drop() {
    this.onclose?.({} as CloseEvent);
  }
}

async function reading(town: Town, v = 417) {
  const heard: News[] = [];
  const states: string[] = [];
  const live = new Live(town);
  live.watch((state) => states.push(state));
  const leave = live.follow("proposal.34", v, (news) => heard.push(news));
  await town.pass(0);
  return { live, heard, states, leave };
}

test("Dana follows after the greeting and says what she has", async () => {
  const town = new Town();
  await reading(town);
  assert.deepEqual(town.newest.sent, []);
  town.newest.hello();
  assert.deepEqual(town.newest.sent, [
    { op: "sub", topics: ["proposal.34"], have: { "proposal.34": 417 } },
  ]);
});

test("Dana hears newer facts once and never older ones", async () => {
  const town = new Town();
  const { heard } = await reading(town);
  town.newest.hello();
  town.newest.snap(419, { support_count: 3 });
  town.newest.snap(419, { support_count: 3 });
  town.newest.snap(418, { support_count: 2 });
  town.newest.snap(420, { support_count: 4 });
  assert.deepEqual(
    heard.map((news) => news.data.support_count),
    [3, 4],
  );
});

test("two places on a page share one socket, each with its own version", async () => {
  const town = new Town();
  const { live, heard } = await reading(town, 417);
  const late: News[] = [];
  live.follow("proposal.34", 410, (news) => late.push(news));
  town.newest.hello();
  assert.deepEqual(town.newest.sent[0]?.have, { "proposal.34": 410 });
  town.newest.snap(417);
  assert.equal(town.sockets.length, 1);
  assert.equal(heard.length, 0);
  assert.equal(late.length, 1);
});

test("after a break Dana asks only for what is newer, and says that she lost the town", async () => {
  const town = new Town();
  const { states } = await reading(town);
  town.newest.hello();
  town.newest.snap(430);
  town.newest.drop();
  await town.pass(900);
  assert.equal(town.sockets.length, 1);
  assert.equal(states.at(-1), "live");
  await town.pass(100);
  assert.equal(town.sockets.length, 2);
  await town.pass(1_000);
  assert.equal(states.at(-1), "lost");
  town.newest.hello();
  assert.equal(states.at(-1), "live");
  assert.deepEqual(town.newest.sent[0]?.have, { "proposal.34": 430 });
});

test("waits double from one second to a minute, with full jitter", async () => {
  const town = new Town();
  await reading(town);
  const waits: number[] = [];
  for (let failure = 1; failure <= 8; failure += 1) {
    const before = town.sockets.length;
    town.newest.drop();
    let waited = 0;
    while (town.sockets.length === before) {
      await town.pass(500);
      waited += 500;
    }
    waits.push(waited);
  }
  assert.deepEqual(waits, [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  town.chance = 0.25;
  const before = town.sockets.length;
  town.newest.drop();
  await town.pass(15_000);
  assert.equal(town.sockets.length, before + 1);
});

test("a restored city begins its versions anew", async () => {
  const town = new Town();
  const { heard } = await reading(town);
  town.newest.hello("one");
  town.newest.drop();
  await town.pass(1_000);
  town.newest.hello("two");
  assert.deepEqual(town.newest.sent[0]?.have, {});
  town.newest.snap(12, { support_count: 1 });
  assert.deepEqual(
    heard.map((news) => news.v),
    [12],
  );
});

test("a second greeting on one socket drops the versions as well", async () => {
  const town = new Town();
  const { heard } = await reading(town);
  town.newest.hello("one");
  town.newest.hello("one");
  town.newest.snap(9);
  assert.deepEqual(
    heard.map((news) => news.v),
    [9],
  );
});

test("where no socket opens three times, the same facts come by HTTP until one does", async () => {
  const town = new Town();
  const { heard, states } = await reading(town);
  town.answer = () =>
    Promise.resolve({
      etag: '"a"',
      body: {
        epoch: "one",
        topics: [{ topic: "proposal.34", v: 418, data: { support_count: 7 } }],
      },
    });
  for (let failure = 0; failure < 3; failure += 1) {
    town.newest.drop();
    await town.pass(failure < 2 ? 8_000 : 0);
  }
  assert.deepEqual(town.polls[0], { topics: "proposal.34", have: "proposal.34:417" });
  assert.equal(heard[0]?.data.support_count, 7);
  assert.equal(states.at(-1), "live");
  await town.pass(12_000);
  const polls = town.polls.length;
  assert.ok(polls >= 2);
  town.newest.hello("one");
  await town.pass(20_000);
  assert.equal(town.polls.length, polls);
});

test("a silent socket is given up after two and a half beats", async () => {
  const town = new Town();
  await reading(town);
  town.newest.hello();
  const first = town.newest;
  await town.pass(62_000);
  assert.equal(first.closed, false);
  await town.pass(1_000);
  assert.equal(first.closed, true);
});

test("Dana pauses, nothing reaches her, and going on asks for what she missed", async () => {
  const town = new Town();
  const { live, states } = await reading(town);
  town.newest.hello();
  live.pause();
  assert.equal(town.newest.closed, true);
  await town.pass(120_000);
  assert.equal(town.sockets.length, 1);
  assert.equal(states.at(-1), "paused");
  assert.equal(new Live(town).paused, true);
  live.resume();
  town.newest.hello();
  assert.deepEqual(town.newest.sent[0]?.have, { "proposal.34": 417 });
});

test("a tab hidden for long hangs up and comes back when looked at", async () => {
  const town = new Town();
  const { live } = await reading(town);
  town.newest.hello();
  town.isHidden = true;
  live.visibility();
  await town.pass(29_000);
  assert.equal(town.newest.closed, false);
  await town.pass(1_000);
  assert.equal(town.newest.closed, true);
  town.isHidden = false;
  live.visibility();
  assert.equal(town.sockets.length, 2);
});

test("a farewell names when to come back", async () => {
  const town = new Town();
  await reading(town);
  town.newest.hello();
  town.newest.say({ t: "bye", retry_ms: 20_000 });
  await town.pass(19_999);
  assert.equal(town.sockets.length, 1);
  await town.pass(1);
  assert.equal(town.sockets.length, 2);
});

test("a page of a place where nothing ever happened hears the first thing", async () => {
  const town = new Town();
  const { heard } = await reading(town, 0);
  town.newest.hello();
  assert.deepEqual(town.newest.sent[0]?.have, { "proposal.34": 0 });
  town.newest.snap(1, { support_count: 1 });
  assert.equal(heard.length, 1);
});

test("a list that fell too far behind is told so, and after a restore as well", async () => {
  const town = new Town();
  const { heard } = await reading(town, 3);
  town.newest.hello("one");
  town.newest.snap(4);
  town.newest.say({ t: "snap", topic: "proposal.34", v: 5, data: {}, behind: true });
  town.newest.hello("two");
  town.newest.snap(1);
  assert.deepEqual(
    heard.map((news) => news.behind),
    [false, true, true],
  );
});

test("what nobody looks at any more is let go", async () => {
  const town = new Town();
  const { leave } = await reading(town);
  town.newest.hello();
  leave();
  assert.deepEqual(town.newest.sent.at(-1), { op: "unsub", topics: ["proposal.34"] });
});

test("a topic that is gone is not asked for again", async () => {
  const town = new Town();
  await reading(town);
  town.newest.hello();
  town.newest.say({ t: "gone", topic: "proposal.34" });
  town.newest.drop();
  await town.pass(1_000);
  town.newest.hello();
  assert.deepEqual(town.newest.sent, []);
});
