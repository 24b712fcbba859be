import { BoardCards } from './board-cards.js';
import { BoardFeed } from './board-feed.js';
import { BoardController } from './board.controller.js';
import { BoardMetrics } from './board.metrics.js';
import { BoardPersonData } from './board.person-data.js';
import { BoardQueries } from './board.queries.js';
import { BoardRetention } from './board.retention.js';

/** Tickets at work by colour and time left, live (CP-10). */
export const BOARD_CONTROLLERS = [BoardController];
export const BOARD_PROVIDERS = [BoardCards, BoardQueries, BoardFeed, BoardMetrics, BoardPersonData, BoardRetention];
