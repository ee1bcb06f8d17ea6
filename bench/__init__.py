"""How fast Bảng Vàng is, alone and beside its peers."""
