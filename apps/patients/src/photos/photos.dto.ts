import { Personal } from '#platform';
import { ApiProperty } from '@nestjs/swagger';

/** For the documentation of the multipart form; Uploads reads it as a stream. */
export class PhotoForm {
  @ApiProperty({ type: 'string', format: 'binary', description: 'A JPEG or PNG of at most 5 MiB.' })
  file!: unknown;
}

export class PatientPhoto {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08' }) fileId!: string;
  @Personal('free-text') @ApiProperty({ example: '葉东珅.png' }) name!: string;
  @ApiProperty({ enum: ['image/jpeg', 'image/png'], example: 'image/png', description: 'By its content.' })
  mediaType!: string;
  @ApiProperty({ example: 48_213, description: 'In bytes.' }) size!: number;
  @ApiProperty({ example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }) sha256!: string;
  @ApiProperty({
    enum: ['clean', 'not-scanned', 'pending'],
    example: 'clean',
    description: 'not-scanned: this hospital has no virus scanner. pending: given out once it was found clean.',
  })
  scan!: string;
}

export class PhotoLink {
  @ApiProperty({
    example: '/files/patients/0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08?expires=1772417400&disposition=inline&signature=…',
    description: 'Path and query at the gateway; needs no token, works for whoever has it.',
  })
  url!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:20:00.000Z' }) expiresAt!: string;
}
