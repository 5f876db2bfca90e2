"use client";

import { useEffect, useState } from "react";
import { answers } from "../program-page.js";

export default function Page() {
  const [said, setSaid] = useState("");
  useEffect(() => {
    answers().then((all) => setSaid(JSON.stringify(all)));
  }, []);
  return <pre id="said">{said}</pre>;
}
