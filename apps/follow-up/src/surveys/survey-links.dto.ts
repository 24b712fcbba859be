import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class NewSurveyLink {
  @ApiProperty({
    format: 'uuid',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c11',
    description: 'The stay, open or discharged.',
  })
  @IsUUID()
  encounterId!: string;
}

export class SurveyLink {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c12' }) patientId!: string;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c13', description: 'The asking task.' })
  taskId!: string;
  @ApiProperty({
    example: 'https://follow-up.example.org/f/Zk3vJ8Qm1xW0cTn5Rb7yAg',
    description: 'To be printed; kept nowhere, so a lost one is asked for again.',
  })
  url!: string;
  @ApiProperty({ format: 'date-time', example: '2026-12-22T16:00:00.000Z' }) expiresAt!: string;
}
