import type { UnitType } from './config.js';

/** A county or banner whose works may use the reserved slot (P2, P3). Codes: GB/T 2260. */
export interface ListedArea {
  code: string;
  name: string;
}

export interface UnitSeed {
  /** Short code in receipt numbers: `KP25-XA-0037`. */
  code: string;
  name: string;
  type: UnitType;
  /** Administrative code of a league or city; null for departments and universities. */
  areaCode: string | null;
  /** The extra slot of a league with 革命老区、边远贫困地区; a default the department confirms. */
  hasBonus: boolean;
  listedAreas: ListedArea[];
}

const league = (code: string, areaCode: string, name: string, listed: [string, string][]): UnitSeed => ({
  code,
  name,
  type: 'league',
  areaCode,
  hasBonus: listed.length > 0,
  listedAreas: listed.map(([areaId, areaName]) => ({ code: areaId, name: areaName })),
});

const other = (type: UnitType, code: string, name: string, areaCode: string | null = null): UnitSeed => ({ code, name, type, areaCode, hasBonus: false, listedAreas: [] });

/**
 * The twelve leagues and cities in the order of their codes, the two separately planned cities the
 * notice addresses, and a first set of departments, universities and institutes. Which leagues have the
 * extra slot, and which counties count, is the department's to confirm: see docs/decisions/0005.
 */
export const unitsOfInnerMongolia: UnitSeed[] = [
  league('HH', '150100', '呼和浩特市科技局', [['150123', '和林格尔县'], ['150124', '清水河县'], ['150125', '武川县']]),
  league('BT', '150200', '包头市科技局', [['150221', '土默特右旗'], ['150222', '固阳县'], ['150223', '达尔罕茂明安联合旗']]),
  league('WH', '150300', '乌海市科技局', []),
  league('CF', '150400', '赤峰市科技局', [
    ['150421', '阿鲁科尔沁旗'], ['150422', '巴林左旗'], ['150423', '巴林右旗'], ['150424', '林西县'],
    ['150426', '翁牛特旗'], ['150428', '喀喇沁旗'], ['150429', '宁城县'], ['150430', '敖汉旗'],
  ]),
  league('TL', '150500', '通辽市科技局', [['150521', '科尔沁左翼中旗'], ['150522', '科尔沁左翼后旗'], ['150524', '库伦旗'], ['150525', '奈曼旗']]),
  league('ER', '150600', '鄂尔多斯市科技局', [['150625', '杭锦旗']]),
  league('HL', '150700', '呼伦贝尔市科技局', [['150722', '莫力达瓦达斡尔族自治旗'], ['150723', '鄂伦春自治旗']]),
  league('BY', '150800', '巴彦淖尔市科技局', [['150821', '五原县'], ['150822', '磴口县'], ['150824', '乌拉特中旗'], ['150826', '杭锦后旗']]),
  league('WL', '150900', '乌兰察布市科技局', [
    ['150921', '卓资县'], ['150922', '化德县'], ['150923', '商都县'], ['150924', '兴和县'], ['150926', '察哈尔右翼前旗'],
    ['150927', '察哈尔右翼中旗'], ['150928', '察哈尔右翼后旗'], ['150929', '四子王旗'], ['150981', '丰镇市'],
  ]),
  league('XA', '152200', '兴安盟科技局', [
    ['152201', '乌兰浩特市'], ['152202', '阿尔山市'], ['152221', '科尔沁右翼前旗'], ['152222', '科尔沁右翼中旗'],
    ['152223', '扎赉特旗'], ['152224', '突泉县'],
  ]),
  league('XL', '152500', '锡林郭勒盟科技局', [
    ['152522', '阿巴嘎旗'], ['152523', '苏尼特左旗'], ['152524', '苏尼特右旗'], ['152527', '太仆寺旗'],
    ['152528', '镶黄旗'], ['152529', '正镶白旗'], ['152530', '正蓝旗'],
  ]),
  league('AL', '152900', '阿拉善盟科技局', [['152921', '阿拉善左旗'], ['152922', '阿拉善右旗']]),
  other('plannedCity', 'MZ', '满洲里市工信和科技局', '150781'),
  other('plannedCity', 'EL', '二连浩特市教育科技局', '152501'),
  other('department', 'JY', '自治区教育厅'),
  other('department', 'ZR', '自治区自然资源厅'),
  other('department', 'HJ', '自治区生态环境厅'),
  other('department', 'SL', '自治区水利厅'),
  other('department', 'NM', '自治区农牧厅'),
  other('department', 'WJ', '自治区卫生健康委员会'),
  other('department', 'YJ', '自治区应急管理厅'),
  other('department', 'LC', '自治区林业和草原局'),
  other('university', 'ND', '内蒙古大学'),
  other('university', 'NN', '内蒙古农业大学'),
  other('university', 'NG', '内蒙古工业大学'),
  other('university', 'NS', '内蒙古师范大学'),
  other('institute', 'CY', '中国农业科学院草原研究所'),
  other('institute', 'KX', '内蒙古自治区科学技术研究院'),
];
