// 文件路径: the name of a file as a URI.

/** A file as a URI reference: relative where the name is, every character outside the unreserved ones encoded. */
export function uriOf(file: string): string {
  const path = /^[A-Za-z]:[\\/]/.test(file) ? `/${file.replaceAll("\\", "/")}` : file;
  const encoded = path.split("/").map(encodedStep).join("/").replace(/^\/([A-Za-z])%3A/, "/$1:");
  return encoded.startsWith("/") ? `file://${encoded}` : encoded;
}

const encodedStep = (step: string): string => encodeURIComponent(step.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
