// A thread of its own for each document: setting 200 pages takes seconds, and the fonts are 10 MB each.
// It imports nothing of ours but types, so that it runs as it stands, compiled or not.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PrintJob } from './page.js';

const require = createRequire(import.meta.url);
const FONT = '@expo-google-fonts/noto-sans-sc';

function definitionOf(job: PrintJob): TDocumentDefinitions {
  const small = { fontSize: 8, color: '#555555' };
  return {
    info: { title: job.title, author: job.hospital, creator: job.hospital },
    language: 'zh-CN',
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [42, 62, 42, 52],
    header: { text: job.hospital, ...small, margin: [42, 28, 42, 0] },
    footer: (page, pages) => ({
      columns: [
        { text: `打印时间 Printed ${job.printedAt}`, ...small },
        { text: `第 ${page} / ${pages} 页 Page ${page} of ${pages}`, ...small, alignment: 'right' },
      ],
      margin: [42, 14, 42, 0],
    }),
    ...(job.watermark === undefined
      ? {}
      : {
          watermark: {
            text: job.watermark,
            font: 'NotoSansSC',
            color: '#888888',
            opacity: 0.16,
            fontSize: 34,
            bold: false,
          },
        }),
    defaultStyle: { font: 'NotoSansSC', fontSize: 10, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 18, bold: true },
      subtitle: { fontSize: 11, color: '#555555', margin: [0, 0, 0, 6] },
      heading: { fontSize: 12, bold: true, margin: [0, 12, 0, 4] },
      text: { margin: [0, 2, 0, 4] },
      name: { color: '#555555' },
      table: { fontSize: 9, margin: [0, 2, 0, 6] },
      head: { bold: true },
    },
    content: job.content as Content[],
  };
}

const printer = require('pdfmake') as typeof pdfmake;
printer.setFonts({
  NotoSansSC: {
    normal: require.resolve(`${FONT}/400Regular/NotoSansSC_400Regular.ttf`),
    bold: require.resolve(`${FONT}/700Bold/NotoSansSC_700Bold.ttf`),
  },
});
// Nothing is fetched for a document, and no file but the fonts is read.
printer.setUrlAccessPolicy(() => false);
printer.setLocalAccessPolicy((path) => path.includes(FONT));
const pdf = await printer.createPdf(definitionOf(workerData as PrintJob)).getBuffer();
parentPort?.postMessage(pdf);
