import { answers } from "../../program.js";

// At each request, in the server.
export const dynamic = "force-dynamic";

export default async function Page() {
  return <pre id="said">{JSON.stringify(await answers())}</pre>;
}
