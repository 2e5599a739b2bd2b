import { Module, type DynamicModule } from '@nestjs/common';
import { AccountModule } from './modules/account/account.module.js';
import { CampaignModule } from './modules/campaign/campaign.module.js';
import { ComputerModule } from './modules/computer/computer.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { DocumentModule } from './modules/document/document.module.js';
import { OverrideModule } from './modules/override/override.module.js';
import { ViewsModule } from './modules/views/views.module.js';
import { MediaModule } from './modules/media/media.module.js';
import { ScanModule } from './modules/scan/scan.module.js';
import { PackageModule } from './modules/package/package.module.js';
import { SystemModule } from './modules/system/system.module.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import type { Log } from './platform/log.js';
import { PlatformModule } from './platform/platform.module.js';

/** The whole server. A module knows those it imports, never those that import it. */
@Module({})
export class AppModule {
  static with(config: Config, log: Log, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, log, clock), CampaignModule, AccountModule, ComputerModule, OverrideModule, MediaModule, DocumentModule, ScanModule, PackageModule, ViewsModule, DemoModule, SystemModule],
    };
  }
}
