import { Personal } from '#platform';
import { ApiProperty } from '@nestjs/swagger';

/** For the documentation of the multipart form; Uploads reads it as a stream. */
export class AttachmentForm {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'JPEG, PNG, WebP, PDF, MP3, WAV, AMR, M4A or MP4, of at most 50 MiB.',
  })
  file!: unknown;
}

export class Attachment {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c71' }) id!: string;
  @Personal('free-text') @ApiProperty({ example: '缴费窗口.jpg' }) name!: string;
  @ApiProperty({ description: 'By its content.', example: 'image/jpeg' }) mediaType!: string;
  @ApiProperty({ description: 'In bytes.', example: 248_213 }) size!: number;
  @ApiProperty({ example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }) sha256!: string;
  @ApiProperty({
    enum: ['clean', 'not-scanned', 'pending', 'infected'],
    example: 'clean',
    description: 'not-scanned: this hospital has no virus scanner. pending: given out once it was found clean.',
  })
  scan!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) addedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who added it.', example: '李晓梅' }) addedBy!:
    string | null;
}

export class AttachmentList {
  @ApiProperty({ type: [Attachment], description: 'In the order in which they were added, fifty at most.' })
  items!: Attachment[];
}

export class AttachmentLink {
  @ApiProperty({
    example:
      '/files/complaints/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=attachment&signature=…',
    description: 'Path and query at the gateway; needs no token, works for whoever has it.',
  })
  url!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:20:00.000Z' }) expiresAt!: string;
}
