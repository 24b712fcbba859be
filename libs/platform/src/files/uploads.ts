import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock.js';
import { Problem } from '../problems/problem.js';
import { FileDrafts } from './file-drafts.js';
import { FileRows, type ArrivedFile } from './file-rows.js';
import { FileScans } from './file-scans.js';
import { judgeType } from './file-type.rules.js';
import type { FileUse } from './file-use.js';
import { headOf } from './headed.js';
import { tooLarge } from './measured.js';

/** As much as file-type looks at. */
const HEAD_BYTES = 4_100;
/** Boundaries and headers of a form around its one file. */
const FORM_BYTES = 16_384;

/** Takes files in: what arrives goes to the store piece by piece and is nowhere whole in memory. */
@Injectable()
export class Uploads {
  constructor(
    private readonly rows: FileRows,
    private readonly drafts: FileDrafts,
    private readonly scans: FileScans,
    private readonly clock: Clock,
  ) {}

  /**
   * The one file of a multipart form, stored and scanned, not yet part of anything: `Files.keep` makes it so. What is
   * not kept within a day is removed.
   * @throws Problem 400 without a file, 413 too large, 415 of another type, 422 empty or infected, 503, 507
   */
  async receive(request: FastifyRequest, use: FileUse): Promise<ArrivedFile> {
    if (!request.isMultipart()) throw new Problem(415, 'form-required');
    if (Number(request.headers['content-length'] ?? 0) > use.maxBytes + FORM_BYTES) throw tooLarge(use.maxBytes);
    // One byte more than allowed, so that we see it and refuse instead of keeping a truncated file.
    const limits = { files: 1, fields: 10, fileSize: use.maxBytes + 1 };
    const part = await request.file({ limits, throwFileSizeLimit: false });
    if (!part) throw Problem.invalid([{ field: 'file', code: 'no-file' }]);
    try {
      return await this.take(part, use);
    } catch (error) {
      // Nobody reads on: what is still on its way is thrown away, so that the answer gets through.
      request.raw.unpipe();
      request.raw.resume();
      part.file.destroy();
      throw brokenOff(error) ? Problem.badRequest('body-incomplete') : error;
    }
  }

  private async take({ file, filename, mimetype }: MultipartFile, use: FileUse): Promise<ArrivedFile> {
    const { head, whole } = await headOf(file as Readable as AsyncIterable<Buffer>, HEAD_BYTES);
    const mediaType = await mediaTypeOf(mimetype, head, use);
    const draft = await this.drafts.take(use, { name: filename, mediaType }, whole);
    try {
      return await this.scanned(draft);
    } catch (error) {
      if (!isInfected(error)) await this.drafts.abandon(draft.id);
      throw error;
    }
  }

  private async scanned(file: ArrivedFile): Promise<ArrivedFile> {
    const { state, finding } = await this.scans.verdictOn(file.id);
    if (state !== 'infected') return { ...file, state };
    await this.rows.settle(this.rows.manager, { ...file, state }, null);
    await this.rows.remember(file.id, state, finding, this.clock.now());
    throw infected(file.id);
  }
}

async function mediaTypeOf(declared: string, head: Buffer, use: FileUse): Promise<string> {
  if (head.length === 0) throw new Problem(422, 'file-empty');
  // Loaded by the first upload: idle services do without it.
  const { fileTypeFromBuffer } = await import('file-type');
  const verdict = judgeType(declared, (await fileTypeFromBuffer(head))?.mime, head, use);
  if (verdict.ok) return verdict.mediaType;
  const { actual } = verdict;
  const said = { actual, accepted: use.mediaTypes };
  throw verdict.code === 'file-type-refused'
    ? new Problem(415, 'file-type-refused', { actual, accepted: use.mediaTypes }, said)
    : new Problem(415, 'file-type-mismatch', { actual, declared }, said);
}

const INFECTED = 'file-infected';

function infected(fileId: string): Problem {
  return new Problem(422, 'file-infected', {}, { fileId });
}

function isInfected(error: unknown): boolean {
  return error instanceof Problem && error.code === INFECTED;
}

/** The caller went away, or the form has no end. */
function brokenOff(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    code === 'FST_PREMATURE_CLOSE' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    /^(Part terminated early|Unexpected end)/.test(message ?? '')
  );
}
