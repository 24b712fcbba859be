import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { rangeOf } from './byte-range.rules.js';
import { FileContents } from './file-contents.js';
import { contentDisposition, type Disposition } from './file-name.rules.js';
import type { StoredFile } from './file-use.js';

/** Gives files out, piece by piece. */
@Injectable()
export class Downloads {
  constructor(private readonly contents: FileContents) {}

  /**
   * Answers with the file, or with the range or the "not modified" that was asked for.
   * @param disposition `inline` only for types that run nothing in a browser
   * @throws Problem 416, 503
   */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    file: StoredFile,
    disposition: Disposition = 'attachment',
  ): Promise<void> {
    const etag = `"${file.sha256.slice(0, 32)}"`;
    void reply.headers({ ...SAFE, etag, 'content-disposition': contentDisposition(disposition, file.name) });
    if (names(request.headers['if-none-match'], etag)) return void reply.status(304).send();
    const ifRange = request.headers['if-range'];
    const header = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
    const range = rangeOf(header, file.size);
    if (range === 'unsatisfiable') throw unsatisfiable(file.size);
    const content = await this.contents.read(file.id, range);
    if (range) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`);
    const length = range ? range.end - range.start + 1 : file.size;
    void reply.type(file.mediaType).header('content-length', length).send(content);
  }
}

/** Whatever somebody uploaded, a browser shows it as what it is said to be and runs nothing of it. */
const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-cache',
  'accept-ranges': 'bytes',
};

function names(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function unsatisfiable(size: number): Problem {
  return new Problem(
    416,
    'range-not-satisfiable',
    { size },
    {
      headers: { 'content-range': `bytes */${size}` },
    },
  );
}
