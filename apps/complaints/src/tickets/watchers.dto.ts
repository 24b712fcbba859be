import { ApiProperty } from '@nestjs/swagger';

export class TicketWatcher {
  @ApiProperty({ example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61' }) accountId!: string;
  @ApiProperty({ type: String, nullable: true, example: '李娜', description: 'Of staff.' }) accountName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) since!: string;
}

export class TicketWatchers {
  @ApiProperty({ type: [TicketWatcher] }) items!: TicketWatcher[];
}
