// A receiver of webhooks, which answers as it is told.
import { once } from "node:events";
import { createServer } from "node:http";

/** Keeps what it is sent: headers, and the body as text. `status` is what it answers with. */
export async function startReceiver(t) {
  const receiver = { status: 204, received: [] };
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(receiver.status).end();
  })
    .listen(0, "127.0.0.1")
    // A test that failed before it could stop it ends all the same.
    .unref();
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  receiver.url = `http://127.0.0.1:${server.address().port}/hook`;
  return receiver;
}
