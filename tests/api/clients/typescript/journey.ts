// A phone's day with the client that openapi-fetch makes of the generated types. Compiled by tsc as
// strictly as it can, then run: `node journey.js SITE EMAIL PASSWORD`.
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Answer<T> = { data?: T; error?: unknown; response: Response };

const [site, email, password] = process.argv.slice(2);
if (site === undefined || email === undefined || password === undefined) {
  throw new Error("node journey.js SITE EMAIL PASSWORD");
}

function sure<T>(answer: Answer<T>): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status}: ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

function check(what: unknown, words: string): void {
  if (!what) throw new Error(words);
}

const api = createClient<paths>({ baseUrl: site });

async function signIn(): Promise<void> {
  const body = { email, password } as components["schemas"]["AuthLogin"];
  const found = sure(await api.POST("/api/auth/app/v1/auth/login", { body }));
  const token = found.meta.session_token;
  check(token, "a token");
  api.use({
    onRequest({ request }) {
      request.headers.set("X-Session-Token", token ?? "");
      return request;
    },
  });
}

async function addCards(): Promise<void> {
  const query = { page_size: 3, page: 2 };
  const listed = sure(await api.GET("/api/v1/questions/", { params: { query } }));
  const questions = listed.results.map((line) => line.id);
  const body = { key: randomUUID(), questions };
  check(sure(await api.POST("/api/v1/cards/", { body })).added === 3, "three new cards");
}

async function review(): Promise<void> {
  const due = sure(await api.GET("/api/v1/cards/due/"));
  check(due.card, "a card to ask");
  if (!due.card) return;
  const path = { id: due.card.id };
  const body = { key: randomUUID(), grade: 3, seconds: 7 };
  const done = sure(await api.POST("/api/v1/cards/{id}/grade/", { params: { path }, body }));
  check(done.card.reps >= 1, "a graded card");
}

function answerTo(item: components["schemas"]["QuizItem"]) {
  const option = item.options[0];
  if (option) return { picked: [option.id] };
  if (item.steps.length > 0) return { order: item.steps.map((step) => step.id) };
  return { text: "It scales by itself." };
}

async function takeAQuiz(): Promise<void> {
  const quiz = sure(await api.POST("/api/v1/quizzes/", { body: { key: randomUUID(), length: 5 } }));
  const first = quiz.items[0];
  check(first, "an item");
  if (!first) return;
  const said = answerTo(first);
  const path = { id: quiz.id };
  const body = { key: randomUUID(), position: first.position, ...said };
  sure(await api.POST("/api/v1/quizzes/{id}/answer/", { params: { path }, body }));
  const over = await api.POST("/api/v1/quizzes/{id}/finish/", {
    params: { path },
    body: { key: randomUUID() },
  });
  check(sure(over).finished, "a finished quiz");
}

async function sync(): Promise<void> {
  const first = sure(await api.GET("/api/v1/sync/", { params: { query: { page_size: 500 } } }));
  const card = first.cards[0];
  check(card, "a card");
  if (!card) return;
  const told: components["schemas"]["ReviewEventInputRequest"] = {
    key: randomUUID(),
    kind: "review",
    at: new Date().toISOString(),
    card: card.id,
    grade: 4,
  };
  const taken = sure(await api.POST("/api/v1/sync/events/", { body: { events: [told] } }));
  check(taken.results[0]?.status === "accepted", "an accepted event");
  const query = { since: first.cursor };
  const after = sure(await api.GET("/api/v1/sync/", { params: { query } }));
  check(after.cards.length === 1 && after.cards[0]?.id === card.id, "the graded card alone");
}

for (const step of [signIn, addCards, review, takeAQuiz, sync]) await step();
console.log("done");
