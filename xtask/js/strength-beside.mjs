// How app.js comes to the part for passwords: a file beside it, larger than all the rest.
let address = "./strength.js";
let asked = 0;

export async function load() {
  try {
    return await import(address);
  } catch (error) {
    // Some browsers remember what they could not load: asked again, it has another address.
    address = `./strength.js?${++asked}`;
    throw error;
  }
}
