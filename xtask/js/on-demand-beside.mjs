// How app.js comes to what it loads on demand: files of the same build beside it.
const asked = new Map();

export async function load(name) {
  const again = asked.get(name) ?? 0;
  // Some browsers remember what they could not load: asked again, it has another address.
  const address = `./${name}.js${again ? `?${again}` : ""}`;
  try {
    return await import(address);
  } catch (error) {
    asked.set(name, again + 1);
    throw error;
  }
}
