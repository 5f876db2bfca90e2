// The page's own way with files: the same bytes, locked and opened alike.
declare module "*/files.mjs" {
  export function save(text: string): void;
  export function lock(text: string, passphrase: string): Promise<string>;
  export function isLocked(text: string): boolean;
  /** Throws "wrong" when the passphrase does not open it, "damaged" when nothing would. */
  export function unlock(text: string, passphrase: string): Promise<string>;
}
