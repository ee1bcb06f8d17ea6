"""An invented plan full of slips."""

PLAN = """\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ THỬ\tĐộc lập - Tự do - Hạnh phúc
Số: 07/KH-UBND\tXã Thử, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Về việc phát động phong trào thi đua năm 2026
Căn cứ Luật Thi đua, Khen thưởng;
Ủy ban nhân dân xã Thử ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
l. Nâng cao nhận thức.
II. NỘI DUNG
1. Chỉ tiêu
Trồng l5 ha rừng; thu ngân sách 1,200.5 triệu đồng. Sản lượng 500 tấn; trong đó, lúa 300 tấn, ngô 150 tấn.
III. TỔ CHỨC THỰC HIỆN
1. Công an xã chủ trì, phối hợp với Xã đội tuyên truyền trước ngày 31/6/2026.
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Thử
"""
