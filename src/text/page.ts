// 网页: one file of HTML that stands alone — no script, nothing fetched, black on white — and the style of the house,
// which every page begins with.
import { escaped } from "./markup.ts";

/** Fonts by name only: what the reader's machine has. */
const FONTS = '"Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif';

const HOUSE = `
* { box-sizing: border-box; }
body { margin: 0 auto; color: #000; background: #fff; font: 14px/1.6 ${FONTS}; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
a { color: inherit; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
`;

export interface Page {
  readonly lang: string;
  readonly title: string;
  /** what the page adds to the style of the house */
  readonly style: string;
  /** markup */
  readonly body: string;
}

export const page = ({ lang, title, style, body }: Page): string => `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escaped(title)}</title>
<style>${HOUSE}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
