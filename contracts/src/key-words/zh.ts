// The words that stand for seven bits each of a key or a certificate: word n means the same in every language.

const text = `
苹果 手臂 秋天 皮球 香蕉 篮子 海滩 棕熊 床铺 蜜蜂 铃铛 小鸟 蓝色 小船 书本 靴子 瓶子 面包 桥梁 刷子 水桶 公交 黄油 纽扣 蛋糕 骆驼 蜡烛 地毯 胡萝卜 小猫 椅子 奶酪 樱桃
时钟 云朵 咖啡 硬币 梳子 玉米 棉花 奶牛 杯子 窗帘 沙漠 小狗 海豚 驴子 大门 梦境 鼓 老鹰 耳朵 大地 鸡蛋 大象 家庭 羽毛 田野 手指 火焰 鱼 旗帜 花朵 脚 森林 叉子 狐狸
朋友 青蛙 花园 玻璃 手套 山羊 黄金 葡萄 青草 绿色 吉他 锤子 手掌 帽子 爱心 蜂蜜 马 房子 冰块 岛屿 钥匙 厨房 膝盖 梯子 湖泊 台灯 树叶 柠檬 信件 狮子 市场 牛奶 镜子 猴子
月亮 早晨 高山 老鼠 音乐 针线 鸟巢 夜晚 鼻子 海洋 洋葱 橙子 烤箱 纸张 梨子 铅笔 胡椒 钢琴 枕头 盘子 兔子 雨水 红色 戒指 河流 玫瑰 食盐
`;
export const words: readonly string[] = text.trim().split(/\s+/);
