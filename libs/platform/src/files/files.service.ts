import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stateSubject } from '../audit/stated-change.js';
import { Clock } from '../clock/clock.js';
import { FilesConfig } from '../config/files-config.js';
import { Problem } from '../problems/problem.js';
import type { ByteRange } from './blob-store.js';
import { FileContents } from './file-contents.js';
import type { Disposition } from './file-name.rules.js';
import { FileRows, type ArrivedFile } from './file-rows.js';
import type { StoredFile } from './file-use.js';
import { LinkSigner } from './link-signer.js';

export interface SignedLink {
  /** Path and query at the gateway. */
  url: string;
  expiresAt: Date;
}

/** What a service does with its files inside its own transactions, and the links it gives out. */
@Injectable()
export class Files {
  constructor(
    private readonly rows: FileRows,
    private readonly contents: FileContents,
    private readonly signer: LinkSigner,
    private readonly config: FilesConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an arrived file part of something, in the transaction that refers to it.
   * @param owner what it belongs to, for instance `patient/<id>`
   * @throws Problem 409 when it was given up because it waited for more than a day, or is kept already
   */
  async keep(tx: EntityManager, file: ArrivedFile, owner: string): Promise<void> {
    if (await this.rows.settle(tx, file, owner)) return;
    throw Problem.conflict('file-gone', { id: file.id });
  }

  /** Gives a file up in the transaction that no longer refers to it. Its content is removed after the commit. */
  async discard(tx: EntityManager, fileId: string): Promise<void> {
    await this.rows.mark(tx, fileId);
  }

  /** The content for the service's own use, whatever a scan says of it: who gives it out asks `servable` first. */
  open(fileId: string, range?: ByteRange): Promise<Readable> {
    return this.contents.read(fileId, range);
  }

  /** @throws Problem 404; 409 while it waits for a scan or when it is infected */
  async servable(fileId: string): Promise<StoredFile> {
    const file = await this.rows.find(fileId);
    if (!file || file.state === 'uploading' || file.state === 'deleted') throw Problem.notFound('file', fileId);
    if (file.state === 'pending') {
      throw Problem.conflict(
        'file-awaits-scan',
        {},
        {
          headers: { 'retry-after': '60' },
        },
      );
    }
    if (file.state === 'infected') throw Problem.conflict('file-infected');
    return file;
  }

  /** A link that works without a token, for this file and this way of showing it, for `FILES_LINK_SECONDS`. */
  linkTo(file: StoredFile, disposition: Disposition = 'attachment'): SignedLink {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + this.config.linkSeconds;
    const { service } = this.contents;
    const signature = this.signer.sign({ service, fileId: file.id, expires, disposition });
    const query = new URLSearchParams({ expires: String(expires), disposition, signature });
    return { url: `/files/${service}/${file.id}?${query.toString()}`, expiresAt: new Date(expires * 1000) };
  }

  /**
   * The file is what the call is about, for the audit, once the link is known to be ours and in time: guesses are not
   * entered. @throws Problem 403, 410, and those of `servable`
   */
  byLink(fileId: string, terms: { expires: number; disposition: Disposition; signature: string }): Promise<StoredFile> {
    const { service } = this.contents;
    this.signer.verify({ ...terms, service, fileId }, terms.signature, this.clock.now());
    stateSubject(fileId);
    return this.servable(fileId);
  }
}
