import { randomBytes } from 'node:crypto';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const JPEG_HEAD = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

/** A picture of one pixel, with other bytes behind it up to this size. */
export function aPng(bytes = 0, ...more: string[]): Buffer {
  const picture = Buffer.concat([Buffer.from(PNG, 'base64'), ...more.map((text) => Buffer.from(text))]);
  return Buffer.concat([picture, randomBytes(Math.max(0, bytes - picture.length))]);
}

export function aJpeg(bytes = 2_000): Buffer {
  return Buffer.concat([JPEG_HEAD, randomBytes(bytes - JPEG_HEAD.length)]);
}
